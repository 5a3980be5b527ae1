/** Refusals about keys and webhooks. */
export const integrationsProblems = {
  'integrations.too-many-keys': { status: 409 },
  'integrations.not-your-programme': { status: 422 },
  'integrations.too-many-webhooks': { status: 409 },
  'integrations.address-not-https': { status: 422 },
  'integrations.address-not-public': { status: 422 },
  'integrations.nothing-to-replay': { status: 409 },
} as const;

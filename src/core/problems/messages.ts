/** Refusals about mail. */
export const messagesProblems = {
  'messages.held-changed': { status: 409 },
  'messages.address-not-ascii': { status: 422 },
  'messages.address-mixed-scripts': { status: 422 },
  'messages.address-of-another-domain': { status: 422 },
  'messages.line-break-in-header': { status: 422 },
  'messages.unknown-place': { status: 422 },
  'messages.batch-changed': { status: 409 },
  'messages.batch-decided': { status: 409 },
  'messages.batch-leaving': { status: 409 },
  'messages.nobody-to-write-to': { status: 409 },
  'messages.no-test-address': { status: 409 },
  'messages.cannot-be-sent-again': { status: 409 },
  'messages.address-fine': { status: 409 },
  'messages.link-over': { status: 410 },
  'messages.not-a-report': { status: 422 },
} as const;

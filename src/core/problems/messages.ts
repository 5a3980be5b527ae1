/** Refusals about mail. */
export const messagesProblems = {
  'messages.held-changed': { status: 409 },
} as const;

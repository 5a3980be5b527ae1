/** Sentences about programmes, their editions and the people in them. */
const roles: Readonly<Record<string, string>> = { manager: 'manager', judge: 'judge', auditor: 'auditor' };

export const programmes = {
  role: (role: string): string => roles[role] ?? role,
  mails: {
    invitation: {
      subject: (programme: string, role: string) => `${programme}: will you be a ${role}?`,
      text: (name: string, programme: string, role: string, address: string) =>
        `${name ? `Hello ${name},` : 'Hello,'}\n\nyou are invited to be a ${role} of ${programme}.\n\nOpen this page to read what it is about and to accept:\n\n${address}\n\nThe invitation is for you alone, works once, and for 30 days. If you would rather not, you need do nothing.\n`,
    },
  },
};

/** Sentences about programmes, their editions and the people in them. */
const roles: Readonly<Record<string, string>> = {
  manager: 'manager',
  judge: 'judge',
  auditor: 'auditor',
  'chapter-manager': 'chapter manager',
  screener: 'screener',
};

const phases: Readonly<Record<string, string>> = {
  draft: 'not published',
  upcoming: 'published',
  'entries-open': 'entries are open',
  screening: 'entries have closed',
  'judging-open': 'judging is open',
  deciding: 'judging has ended',
  announced: 'announced',
};

export const programmes = {
  role: (role: string): string => roles[role] ?? role,
  /** What somebody is invited to be; of a chapter, with its name. */
  roleIn: (role: string, chapter: string | undefined): string =>
    chapter === undefined ? (roles[role] ?? role) : `${roles[role] ?? role} of ${chapter}`,
  cli: {
    about: 'look at programmes and their editions',
    listAbout: 'list every programme with its editions and where each stands',
    none: 'No programme yet. An administrator makes one on the page /manage/new.',
    phase: (phase: string): string => phases[phase] ?? phase,
    span: (range: string) => `entries ${range}`,
  },
  mails: {
    invitation: {
      subject: (programme: string, role: string) => `${programme}: will you be a ${role}?`,
      text: (name: string, programme: string, role: string, address: string) =>
        `${name ? `Hello ${name},` : 'Hello,'}\n\nyou are invited to be a ${role} of ${programme}.\n\nOpen this page to read what it is about and to accept:\n\n${address}\n\nThe invitation is for you alone, works once, and for 30 days. If you would rather not, you need do nothing.\n`,
    },
  },
};

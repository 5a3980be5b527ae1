/** Sentences about the machinery: record, jobs. */
const taskNames: Readonly<Record<string, string>> = {
  'files.scan': 'Scan a file for viruses',
  'messages.send-mail': 'Send a mail',
  'system.verify-record': 'Verify the record',
};

export const system = {
  title: 'System',
  nav: [
    { to: '/manage', text: 'Home' },
    { to: '/manage/system', text: 'System' },
    { to: '/manage/mailbox', text: 'Mailbox' },
    { to: '/manage/files', text: 'Files' },
    { to: '/manage/security', text: 'Signing in' },
    { to: '/manage/terms', text: 'Terms' },
    { to: '/manage/privacy', text: 'Privacy' },
    { to: '/manage/stand-in', text: 'Standing in' },
  ],
  well: 'Everything runs. No job has failed.',
  trouble: (count: number) =>
    count === 1 ? 'One job has failed and waits for another try.' : `${count} jobs have failed and wait for another try.`,
  record: {
    title: 'The record',
    aside: 'Every change, chained',
    lead: 'Each change is written with a commitment to what it said, and sealed within seconds to all that came before. Verifying recomputes every seal and names the first byte that differs.',
    events: 'Sealed events',
    unsealed: 'Not sealed yet',
    head: 'Newest seal',
    none: 'none yet',
    verify: 'Verify the record now',
  },
  job: {
    waiting: 'Waiting for the jobs process',
    running: 'Verifying the record',
    of: (done: number, total: number | null) => (total === null ? `${done}` : `${done} of ${total} events`),
    whole: 'The record is whole.',
    faulty: 'The record was changed.',
    checked: (done: number) => `${done} events were recomputed. ./plaudit record verify names each fault.`,
    stopped: 'The verification was stopped.',
    failed: 'The verification failed.',
    stop: 'Stop',
  },
  troubled: {
    title: 'Jobs in trouble',
    none: 'No job has failed.',
    noneDetail: 'A job that fails is tried again by itself, at growing intervals. It is shown here meanwhile, with what went wrong.',
    task: 'Job',
    error: 'What went wrong',
    died: 'The process at work on it ended before it was done.',
    tries: 'Tries',
    triesOf: (attempts: number, most: number) => `${attempts} of ${most}`,
    state: 'State',
    gaveUp: 'gave up',
    waits: 'waits for its next try',
    rerun: 'Run again now',
    tasks: taskNames,
  },
};

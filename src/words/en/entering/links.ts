/** Sentences about the web addresses of an entry. */
import { isolated } from '../../isolated.ts';

type Found = { readonly status: number | null; readonly fault: string | null; readonly checked: boolean };

const faults: Readonly<Record<string, string>> = {
  'not-an-address': 'no web address',
  'not-found': 'nobody has this name',
  'not-public': 'inside a private network, not asked',
  'not-secure': 'not secure, not asked',
  slow: 'no answer in time',
  refused: 'no connection',
  broken: 'the connection broke',
};

function found({ status, fault, checked }: Found): string {
  if (!checked) return 'waits to be looked at';
  if (status === null) return faults[fault ?? ''] ?? 'no answer';
  if (status >= 500) return `its server failed (${status})`;
  if (status === 404 || status === 410) return `nothing there (${status})`;
  if (status >= 400) return `not for everybody (${status})`;
  return status >= 300 ? `leads elsewhere (${status})` : `answers (${status})`;
}

export const links = {
  title: 'Web addresses',
  lead: 'Whether something answers there says nothing of what it says. Nobody is followed to where an address leads on.',
  never: 'Nobody has looked whether they answer.',
  at: (when: string) => `Looked at ${isolated(when)}.`,
  waits: 'They are being looked at. Read the page again in a moment.',
  check: 'Look whether they answer',
  again: 'Look again',
  found,
};

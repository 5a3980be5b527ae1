import type { recountProblems } from '#core/problems/recount.ts';
import type { ProblemWords } from '../../problem-words.ts';

export const recount: Record<keyof typeof recountProblems, ProblemWords> = {
  'recount.no-bundle': {
    title: 'No bundle named',
    detail: () =>
      'Name the bundle to recount: ./plaudit recount bundle.zip. To write the page that recounts without a network: --page verify.html.',
  },
  'recount.unreadable': {
    title: 'Bundle that cannot be opened',
    detail: ({ file, reason }) => `${file} cannot be read (${reason}). Check the name and who may read it.`,
  },
  'recount.not-a-bundle': {
    title: 'No bundle, or a part of one',
    detail: ({ file }) => `${file} is no whole zip: it is empty, cut short or something else. Get it again from where it was published.`,
  },
  'recount.too-large': {
    title: 'Bundle that unpacks to too much',
    detail: ({ file, megabytes }) => `${file} unpacks to more than ${megabytes} MB, which no award does. Nothing of it was read.`,
  },
  'recount.no-such-ballot': {
    title: 'Ballot that is not in the bundle',
    detail: ({ file, ballot }) => `${file} holds no ballot ${ballot}. A ballot’s number is its “seq” in ballots.jsonl.`,
  },
  'recount.key-not-readable': {
    title: 'Key that cannot be read',
    detail: ({ key }) =>
      `“${key}” is not a key. Copy it whole, as it was published: name+8 digits+base64, such as log.example/2027+1f2e3d4c+AY….`,
  },
  'recount.signing-key-not-readable': {
    title: 'Signing key that cannot be read',
    detail: ({ file, reason }) =>
      `${file} holds no Ed25519 private key (${reason}). Make one by: openssl genpkey -algorithm ed25519 -out ${file}`,
  },
  'recount.origin-not-a-name': {
    title: 'Name of the log that cannot stand in a line',
    detail: ({ origin }) =>
      `--origin holds “${origin}”. Write one word without spaces or plus signs, such as handbell-awards.example/2027.`,
  },
};

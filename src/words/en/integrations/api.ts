/** Sentences of the description of the API, and of the page that shows it. */
import type { Scope } from '#core/access/scopes.ts';

const scopes: Readonly<Record<Scope, string>> = {
  'read:programmes': 'Programmes, editions and what they ask for, as their organisers see them',
  'write:programmes': 'Change the texts of programmes, add categories',
  'read:people': 'Who has which role, and who was invited',
  'write:people': 'Invite people, withdraw roles and invitations',
  'read:companies': 'Companies as the organisation knows them',
  'write:companies': 'Add and change companies',
  'read:entries': 'Your entries, and those of programmes you manage',
  'write:entries': 'Write and submit your entries; accept or return those of programmes you manage',
  'read:judging': 'How far judging is',
  'read:results': 'Standings of programmes you manage',
  'read:record': 'The sealed record of programmes you manage',
  'read:webhooks': 'Webhooks and what was sent to them',
  'write:webhooks': 'Add, change and delete webhooks, send again',
};

const subjects: Readonly<Record<string, string>> = {
  public: 'What everybody may read. No key is needed.',
  programmes: 'Programmes and editions as their organisers see them.',
  people: 'Roles and invitations.',
  companies: 'Who enters and who employs.',
  entries: 'What competes: written by entrants, screened by managers.',
  judging: 'How far judging is; never a mark.',
  results: 'Places and scores, for managers and auditors.',
  record: 'Seals and commitments of what happened.',
  webhooks: 'Telling other servers that something happened.',
  key: 'The key itself.',
};

export const api = {
  title: 'Plaudit API',
  about:
    'Programs do here what people do on the pages: by the same operations, with the same rights, and with the same refusals. A key can do what its person may at that moment, within its scopes and its programmes.',
  key: 'An API key. Each address names the scope it asks for.',
  scopes,
  subjects,
  statuses: { 200: 'As asked.', 201: 'Made.', 204: 'Done; there is nothing to say.', 304: 'As you have it already.' },
  headers: {
    key: 'Names the call. Sent again with the same body, it acts once.',
    match: 'The ETag of what you saw. If somebody changed it since, nothing is saved and the answer is 412.',
    rate: 'Requests left in this window, and the seconds until the next.',
    link: 'The next page, where there is one.',
    replayed: 'true when this call had been answered before.',
    tag: 'Changes with the answer. Sent as If-None-Match it saves the answer; that of something editable goes into If-Match.',
    location: 'Where it is now.',
  },
  refused: 'What was refused, and why.',
  page: {
    title: 'API',
    lead: 'Programs do here what people do on the pages: the same operations, rights and refusals.',
    contents: 'On this page',
    basics: 'Before the first call',
    document: 'The description as OpenAPI 3.1',
    guide: (root: string): readonly (readonly [string, string])[] => [
      ['Address', `Everything lies below ${root}. Answers are JSON, instants are RFC 3339.`],
      ['Key', 'Send it as “Authorization: Bearer plaudit_…”. Make one on your account page. Cookies are not looked at.'],
      [
        'Calls that change something',
        'Each carries an Idempotency-Key of your own. Sent again after a broken connection, it acts once; the answer says Idempotency-Replayed.',
      ],
      [
        'Changing what others may change',
        'Read it first and send its ETag as If-Match. If somebody was faster the answer is 412, with the version there is now.',
      ],
      ['Lists', 'Follow the header Link, or send next as after. Rows that come in between move nothing.'],
      ['Refusals', 'application/problem+json (RFC 9457) with a permanent code; errors point at the fields.'],
      ['How often', '600 calls a minute with a key, 120 without. RateLimit says what is left, Retry-After how long to wait.'],
      ['From browsers', 'Scripts of other sites are not let in: a key has no business in a browser.'],
      ['Later versions', 'Only add: members, addresses, optional parameters. Let be what you do not know.'],
    ],
    makeKey: 'Make a key',
    asks: (scope: string) => `Scope ${scope}`,
    free: 'No key needed',
    parameters: 'Parameters',
    name: 'Name',
    where: 'Where',
    what: 'What',
    needed: 'needed',
    places: { path: 'path', query: 'query', header: 'header' } as Readonly<Record<string, string>>,
    body: 'Body',
    answer: 'Answer',
    refusals: 'Refusals',
    noBody: 'None.',
  },
};

/** What the tables of entries know of people. */
import { byId, declareData, notPersonal, personal } from '#platform/privacy/declarations.ts';

const entrant = 'the entrant: owner_id';
const ofEntry = 'the entrant: entry_id → owner_id';
const state = notPersonal('a number, a state or a hash');
const invited = 'who was invited: email, accepted_by';
const referee = 'the referee: email';
const kinds = notPersonal('one of a few kinds');

declareData('entries', 'plaudit.entries', {
  owner_id: byId(entrant, 'moved'),
  'title nominee': personal('content', entrant, {
    exported: 'given',
    erased: 'blanked',
    until: 'entries.drafts, entries.not-awarded',
  }),
  'body note': personal('content', entrant, { exported: 'given', erased: 'blanked', until: 'entries.drafts, entries.not-awarded' }),
  'number state withdrawn_from submitted_hash rules_version': state,
  next_of: notPersonal('another entry of the same entrant'),
  'nominee_kind nominated_by': kinds,
  asked: notPersonal('the keys of questions'),
  chapter: notPersonal('the key of a chapter of the edition'),
  'fee_tier fee_amount fee_currency': notPersonal('a published price'),
});
declareData('entries', 'plaudit.entry_reopenings', {
  reason: personal('content', ofEntry, { exported: 'given', erased: 'blanked', until: 'entries.drafts, entries.not-awarded' }),
  reopened_by: byId('who opened it again: reopened_by', 'kept'),
  'ended_as version_before version_after': state,
});
declareData('entries', 'plaudit.reminder_plans', { changed_by: byId('who set it: changed_by', 'kept') });
declareData('entries', 'plaudit.writer_reminders', {
  person_id: byId('who was reminded: person_id', 'kept'),
  reminded_by: byId('who sent it: reminded_by', 'kept'),
});
declareData('entries', 'plaudit.entry_writers', {
  person_id: byId('whom it is shared with: person_id', 'moved', 'deleted'),
  rights: personal('role', 'whom it is shared with: person_id', { exported: 'given', erased: 'deleted' }),
});
declareData('entries', 'plaudit.writer_invitations', {
  'email name': personal('contact', invited, { exported: 'given', erased: 'blanked', until: 'entries.writer-invitations' }),
  rights: personal('role', invited, { exported: 'given', erased: 'kept: says of nobody that somebody was invited' }),
  token_hash: personal('credential', invited, {
    exported: 'left out: the hash of a secret',
    erased: 'kept: opens nothing once the invitation is closed',
  }),
  invited_by: byId('who invited: invited_by', 'kept'),
  accepted_by: byId('who accepted: accepted_by', 'moved'),
});
declareData('entries', 'plaudit.letter_requests', {
  'email name relation message answer': personal('content', referee, {
    exported: 'given',
    erased: 'blanked',
    until: 'entries.drafts, entries.not-awarded',
  }),
  confidential: kinds,
  'text_hash version': state,
  asked_by: byId('who asked: asked_by', 'kept'),
});
declareData('entries', 'plaudit.letter_links', {
  token_hash: personal('credential', referee, {
    exported: 'left out: the hash of a secret',
    erased: 'kept: opens nothing once the request is closed',
  }),
});
declareData('entries', 'plaudit.deadline_extensions', {
  person_id: byId('who has more time: person_id', 'moved'),
  reason: personal('content', 'who has more time: person_id', { exported: 'given', erased: 'blanked' }),
  'given_by ended_by': byId('who gave it or took it back: given_by, ended_by', 'kept'),
});
declareData('entries', 'plaudit.outage_graces', {
  'reason log': notPersonal('what is said of an outage'),
  'given_by ended_by': byId('who gave it or took it back: given_by, ended_by', 'kept'),
});
declareData('entries', 'plaudit.entry_items', {
  'what place': personal('content', ofEntry, { exported: 'given', erased: 'blanked', until: 'entries.drafts, entries.not-awarded' }),
  'noted_by ended_by': byId('who noted it, or what became of it: noted_by, ended_by', 'kept'),
  outcome: kinds,
});
declareData('entries', 'plaudit.entry_imports', {
  'file because': notPersonal('the name of a spreadsheet, and why it was put in late'),
  fingerprint: notPersonal('a hash of what was put in'),
  'imported_by undone_by': byId('who put it in, or took it back: imported_by, undone_by', 'kept'),
  kind: kinds,
});
declareData('entries', 'plaudit.entry_import_rows', {
  reference: personal('content', ofEntry, { exported: 'given', erased: 'blanked', until: 'entries.drafts, entries.not-awarded' }),
});
declareData('entries', 'plaudit.entry_links', {
  address: personal('content', ofEntry, {
    exported: 'left out: the addresses of what is given',
    erased: 'deleted',
    until: 'entries.drafts, entries.not-awarded',
  }),
  fault: kinds,
});
declareData('entries', 'plaudit.entry_moves', {
  reason: personal('content', ofEntry, { exported: 'given', erased: 'blanked', until: 'entries.drafts, entries.not-awarded' }),
  'missing unasked': notPersonal('the keys of questions'),
  'kind_before nominator_before': kinds,
  'moved_by undone_by': byId('who moved it, or back: moved_by, undone_by', 'kept'),
});
declareData('entries', 'plaudit.late_redemptions', {
  key: state,
  person_id: byId('who redeemed it: person_id', 'kept'),
});
declareData('entries', 'plaudit.entry_history', {
  'nominee_kind nominated_by': kinds,
  'title nominee body': personal('content', ofEntry, {
    exported: 'given',
    erased: 'blanked',
    until: 'entries.drafts, entries.not-awarded',
  }),
  saved_by: byId('who saved it: saved_by', 'kept'),
});
declareData('entries', 'plaudit.entry_answers', {
  answer: personal('content', ofEntry, { exported: 'given', erased: 'deleted', until: 'entries.drafts, entries.not-awarded' }),
  field: notPersonal('the key of a question'),
  saved_by: byId('who saved it: saved_by', 'kept'),
});
declareData('entries', 'plaudit.entry_files', {
  field: notPersonal('the key of a question'),
  'sha256 name media_type': personal('content', ofEntry, {
    exported: 'given',
    erased: 'deleted',
    until: 'entries.drafts, entries.not-awarded',
  }),
});
declareData('entries', 'plaudit.entry_tallies', { state, 'change chapter': notPersonal('a count') });
declareData('entries', 'plaudit.entry_search', {
  words: personal('content', ofEntry, {
    exported: 'left out: the words of what is given',
    erased: 'deleted',
    until: 'entries.drafts, entries.not-awarded',
  }),
});
declareData('entries', 'plaudit.entry_threads', {
  settled_by: byId('who said that no answer is needed: settled_by', 'kept'),
});
declareData('entries', 'plaudit.thread_messages', {
  side: kinds,
  text: personal('content', ofEntry, { exported: 'given', erased: 'blanked', until: 'entries.drafts, entries.not-awarded' }),
  person_id: byId('who wrote it: person_id', 'moved'),
});
declareData('entries', 'plaudit.thread_reads', {
  person_id: byId('who has read: person_id', 'moved', 'deleted'),
});

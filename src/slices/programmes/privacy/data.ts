/** What the tables of programmes know of people. */
import { byId, declareData, notPersonal, personal } from '#platform/privacy/declarations.ts';

const texts = notPersonal('the award’s own texts');
const invited = 'who was invited: email, accepted_by';

declareData('programmes', 'plaudit.programmes', { 'slug name strapline summary time_zone factor_roles': texts });
declareData('programmes', 'plaudit.editions', { 'slug name state unlocked_because': texts });
declareData('programmes', 'plaudit.former_addresses', { 'kind name code': texts });
declareData('programmes', 'plaudit.edition_parts', { 'part body hash': texts });
declareData('programmes', 'plaudit.form_copies', {
  'form body ended': texts,
  begun_by: byId('who began it: begun_by', 'kept'),
  saved_by: byId('who saved it: saved_by', 'kept'),
});
declareData('programmes', 'plaudit.dry_runs', { 'asked plan': notPersonal('figures and rules a season is made up from; nobody is in it') });
declareData('programmes', 'plaudit.categories', { 'code name description scorecard': texts });
declareData('programmes', 'plaudit.criteria', { 'name question key scorecard gate not_applicable comment': texts });
declareData('programmes', 'plaudit.programme_roles', {
  person_id: byId('who has the role: person_id', 'moved', 'deleted'),
  role: personal('role', 'who has the role: person_id', { exported: 'given', erased: 'deleted' }),
});
declareData('programmes', 'plaudit.chapter_roles', {
  person_id: byId('who manages it: person_id', 'moved', 'deleted'),
  chapter: notPersonal('the key of a chapter of the edition'),
});
declareData('programmes', 'plaudit.invitations', {
  chapter: notPersonal('the key of a chapter of the edition'),
  'email name': personal('contact', invited, { exported: 'given', erased: 'blanked', until: 'programmes.invitations' }),
  role: personal('role', invited, { exported: 'given', erased: 'kept: says of nobody that somebody was invited' }),
  token_hash: personal('credential', invited, {
    exported: 'left out: the hash of a secret',
    erased: 'kept: opens nothing once the invitation is closed',
  }),
  invited_by: byId('who invited: invited_by', 'kept'),
  accepted_by: byId('who accepted: accepted_by', 'moved'),
});
declareData('programmes', 'plaudit.winner_imports', {
  'state file format several separator': texts,
  content: personal('content', 'whoever is named in the list', {
    exported: 'left out: a list of others, kept only until it is decided',
    erased: 'blanked',
  }),
  proposed_by: byId('who handed it in: proposed_by', 'kept'),
});
declareData('programmes', 'plaudit.past_wins', {
  'year category category_code': texts,
  'nominee organisation title search': personal('content', 'whoever is named, by the whole name', {
    exported: 'given',
    erased: 'name replaced',
  }),
});
declareData('programmes', 'plaudit.honours', {
  'level division': notPersonal('what was won, in the words of the rules'),
  'nominee title': personal('content', 'whoever is named, and who entered: entry_id', {
    exported: 'given',
    erased: 'name replaced',
  }),
});
declareData('programmes', 'plaudit.remarks', {
  person_id: byId('who said it: person_id', 'moved', 'deleted'),
  'kind state': notPersonal('what it is, and whether it is shown'),
  'body answer': personal('content', 'who said it: person_id; whoever is named, by the whole name', {
    exported: 'given',
    erased: 'deleted',
    until: 'programmes.remarks',
  }),
  decided_by: byId('who decided: decided_by', 'kept'),
});

/** What the tables of people know of people. */
import { byId, declareData, notPersonal, personal } from '#platform/privacy/declarations.ts';

const account = 'whose account it is: id';
const owner = 'whose it is: person_id';
const secret = 'left out: a secret, or the hash of one' as const;

declareData('people', 'directory.organisations', { 'slug name host': notPersonal('the organisation that holds the awards') });
declareData('people', 'directory.people', {
  name: personal('identity', account, { exported: 'given', erased: 'blanked', until: 'privacy.unused-accounts' }),
  email: personal('contact', account, { exported: 'given', erased: 'blanked', until: 'privacy.unused-accounts' }),
  password_hash: personal('credential', account, { exported: secret, erased: 'blanked' }),
  'language time_zone': personal('technical', account, { exported: 'given', erased: 'blanked' }),
  same_as: byId('the account this one became part of: same_as', 'kept'),
});
declareData('people', 'directory.other_addresses', {
  email: personal('contact', owner, { exported: 'given', erased: 'deleted' }),
  person_id: byId(owner, 'moved', 'deleted'),
});
declareData('people', 'directory.sessions', {
  token_hash: personal('credential', owner, { exported: secret, erased: 'deleted', until: '30 days' }),
  person_id: byId(owner, 'deleted', 'deleted'),
  'browser system': personal('technical', owner, { exported: 'given', erased: 'deleted', until: '30 days' }),
});
declareData('people', 'directory.links', {
  'token_hash purpose': personal('credential', owner, { exported: secret, erased: 'deleted', until: '1 day after it ended' }),
  email: personal('contact', 'whoever reads that mailbox', {
    exported: 'left out: gone within days; the mail itself is given',
    erased: 'deleted',
    until: '1 day after it ended',
  }),
  person_id: byId(owner, 'deleted', 'deleted'),
});
declareData('people', 'directory.sign_in_failures', {
  bucket_hash: personal('technical', 'nobody by itself: a hash of an address and a place', {
    exported: 'left out: nothing can be read from it',
    erased: 'kept: a hash that nobody can read, for a day',
    until: '1 day',
  }),
});
declareData('people', 'directory.factors', {
  person_id: byId(owner, 'moved', 'deleted'),
  'name kind': personal('credential', owner, { exported: 'given', erased: 'deleted' }),
  'sealed_secret credential_id public_key transports': personal('credential', owner, { exported: secret, erased: 'deleted' }),
});
declareData('people', 'directory.recovery_codes', {
  code_hash: personal('credential', owner, { exported: secret, erased: 'deleted' }),
  person_id: byId(owner, 'moved', 'deleted'),
});
declareData('people', 'directory.fresh_recovery_codes', {
  person_id: byId(owner, 'deleted', 'deleted'),
  sealed_codes: personal('credential', owner, { exported: secret, erased: 'deleted', until: '15 minutes' }),
});
declareData('people', 'directory.answered_challenges', { challenge_hash: notPersonal('a number that was drawn for one answer') });
declareData('people', 'plaudit.terms', { 'kind body': notPersonal('the organisation’s own terms') });
declareData('people', 'plaudit.acceptances', {
  person_id: byId(owner, 'moved', 'kept: shows by an id alone that terms were agreed to'),
  kind: personal('record', owner, { exported: 'given', erased: 'kept: shows by an id alone that terms were agreed to' }),
});
declareData('people', 'directory.identities', {
  'issuer subject provider label': personal('credential', owner, { exported: 'given', erased: 'deleted' }),
  person_id: byId(owner, 'moved', 'deleted'),
});
declareData('people', 'directory.provider_visits', {
  'state_hash browser_hash provider onward': personal('technical', owner, {
    exported: 'left out: gone within the hour',
    erased: 'deleted',
  }),
  person_id: byId(owner, 'deleted', 'deleted'),
});
declareData('people', 'plaudit.stand_ins', {
  person_id: byId('as whom somebody acted: person_id', 'kept'),
  by_id: byId('who acted: by_id', 'kept'),
  reason: personal('record', 'as whom somebody acted: person_id', { exported: 'given', erased: 'blanked' }),
});

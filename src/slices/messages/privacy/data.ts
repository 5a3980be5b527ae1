/** What the tables of messages know of people. */
import { byId, declareData, notPersonal, personal } from '#platform/privacy/declarations.ts';

const reader = 'to whom it goes: person_id, or recipient';

declareData('messages', 'plaudit.outbox', {
  person_id: byId(reader, 'kept', 'deleted'),
  'recipient data last_error subject': personal('message', reader, { exported: 'given', erased: 'deleted', until: 'messages.mail' }),
  'mail message_id state held_for': notPersonal('which mail it is and how far'),
});

const texts = notPersonal('the organisation’s own words');

declareData('messages', 'plaudit.mail_batches', {
  'mail subject body state': texts,
  prepared_by: byId('who prepared it: prepared_by', 'kept'),
  decided_by: byId('who let it go: decided_by', 'kept'),
});
declareData('messages', 'plaudit.mail_texts', { 'mail subject body': texts, changed_by: byId('who changed it: changed_by', 'kept') });
declareData('messages', 'plaudit.mail_senders', {
  'name address reply_to': notPersonal('as whom a programme writes; who gives the address of a person changes it here'),
  changed_by: byId('who changed it: changed_by', 'kept'),
});
declareData('messages', 'plaudit.mail_returns', {
  'address reason': personal('contact', 'whoever has the address', { exported: 'left out: the mail itself is given', erased: 'deleted' }),
});
declareData('messages', 'plaudit.mail_refusals', {
  person_id: byId('who wants no mail: person_id', 'moved', 'deleted'),
  topic: personal('technical', 'who wants no mail: person_id', { exported: 'given', erased: 'deleted' }),
});

/** What the tables of nominations know of people: of whoever was nominated, and of whoever nominated them. */
import { declareData, notPersonal, personal } from '#platform/privacy/declarations.ts';

const nominee = 'the nominee: the address';
const nominator = 'the nominator: nominator_email';
const both = 'the nominator: nominator_email; the nominee: nominee_email';
const until = 'nominations.never-accepted, nominations.accepted';

declareData('nominations', 'plaudit.nominees', {
  'name email': personal('identity', nominee, { exported: 'given', erased: 'blanked', until }),
  mailed_to: personal('contact', nominee, {
    exported: 'left out: the address once more, to which the link went',
    erased: 'blanked',
    until,
  }),
  'works_for answer': personal('content', nominee, { exported: 'given', erased: 'blanked', until }),
  mailbox: personal('contact', nominee, { exported: 'left out: the address once more, as it is compared', erased: 'blanked', until }),
  link_hash: personal('credential', nominee, { exported: 'left out: a secret', erased: 'blanked', until }),
  'kind state': notPersonal('one of a few kinds'),
});
declareData('nominations', 'plaudit.nominations', {
  'nominee_name nominee_company nominee_email': personal('identity', both, { exported: 'given', erased: 'deleted', until }),
  'reason evidence evidence_address': personal('content', both, { exported: 'given', erased: 'deleted', until }),
  'nominator_name nominator_email': personal('identity', nominator, { exported: 'given', erased: 'deleted', until }),
  nominator_box: personal('contact', nominator, {
    exported: 'left out: the address once more, as it is compared',
    erased: 'deleted',
    until,
  }),
  code_hash: personal('credential', nominator, { exported: 'left out: a secret', erased: 'deleted', until: 'gone within a day' }),
  'relation nominee_kind': notPersonal('one of a few kinds'),
});

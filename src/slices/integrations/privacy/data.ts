/** What the tables of integrations know of people. */
import { byId, declareData, notPersonal, personal } from '#platform/privacy/declarations.ts';

const owner = 'whose key it is: person_id';
const secret = 'left out: a secret, or the hash of one' as const;

declareData('integrations', 'plaudit.api_keys', {
  person_id: byId(owner, 'deleted', 'deleted'),
  'name prefix scopes': personal('credential', owner, { exported: 'given', erased: 'deleted' }),
  'secret_hash sealed_secret': personal('credential', owner, { exported: secret, erased: 'deleted' }),
});
declareData('integrations', 'plaudit.webhooks', {
  created_by: byId('who set it up: created_by', 'kept'),
  'address note kinds state': notPersonal('where the programme has a server of its own'),
  'sealed_secret sealed_old_secret': notPersonal('the secret of the programme’s own server'),
});
declareData('integrations', 'plaudit.webhook_deliveries', {
  'kind subject_kind state attempts': notPersonal('what was sent: ids and links, and what a server answered'),
});

/** What the tables of lists know of people. */
import { byId, declareData, notPersonal, personal } from '#platform/privacy/declarations.ts';

const owner = 'whose it is: person_id';

declareData('lists', 'plaudit.list_columns', {
  person_id: byId(owner, 'deleted', 'deleted'),
  'list columns': notPersonal('names of columns'),
});
declareData('lists', 'plaudit.list_choices', {
  person_id: byId(owner, 'deleted', 'deleted'),
  'list subject': notPersonal('which list it is, by name and id'),
});
declareData('lists', 'plaudit.saved_views', {
  person_id: byId(owner, 'moved', 'deleted'),
  'list subject': notPersonal('which list it is, by name and id'),
  'name query': personal('content', owner, { exported: 'given', erased: 'deleted' }),
});

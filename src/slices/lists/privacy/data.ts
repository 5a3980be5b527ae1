/** What the tables of lists know of people. */
import { byId, declareData, personal } from '#platform/privacy/declarations.ts';

const owner = 'who works with the list: person_id';

declareData('lists', 'plaudit.list_columns', {
  person_id: byId(owner, 'deleted', 'deleted'),
  'list columns': personal('technical', owner, { exported: 'given', erased: 'deleted' }),
});
declareData('lists', 'plaudit.list_choices', {
  person_id: byId(owner, 'deleted', 'deleted'),
  'list subject': personal('technical', owner, { exported: 'left out: rows ticked for an act that was never done', erased: 'deleted' }),
});
declareData('lists', 'plaudit.saved_views', {
  person_id: byId(owner, 'moved', 'deleted'),
  'list subject name query': personal('content', owner, { exported: 'given', erased: 'deleted' }),
});

/** What the tables of files know of people. */
import { byId, declareData, notPersonal, personal } from '#platform/privacy/declarations.ts';

const sender = 'who sends it: person_id';

declareData('files', 'plaudit.contents', {
  hash: personal('content', 'whoever sent it, by the rows that refer to it', { exported: 'given', erased: 'deleted' }),
  'media_type state finding facts': notPersonal('what a scanner and a reader of pictures and films found in the bytes'),
});
declareData('files', 'plaudit.uploads', {
  person_id: byId(sender, 'moved', 'deleted'),
  'name kept': personal('content', sender, {
    exported: 'left out: on its way, gone within days',
    erased: 'deleted',
    until: 'when it expires',
  }),
  subject_kind: notPersonal('a kind'),
});

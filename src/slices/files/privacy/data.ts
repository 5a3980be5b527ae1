/** What the tables of files know of people. */
import { byId, declareData, notPersonal, personal } from '#platform/privacy/declarations.ts';

const sender = 'the sender: person_id';

declareData('files', 'plaudit.contents', {
  'hash media_type state': notPersonal('what a file is; whose it is stands with what it lies beside'),
  'finding facts': notPersonal('what was found in it: sizes, lengths, the name of a virus'),
});
declareData('files', 'plaudit.uploads', {
  person_id: byId(sender, 'moved', 'deleted'),
  'subject_kind subject_id': notPersonal('what it is sent to'),
  'name kept': personal('content', sender, {
    exported: 'left out: it is over within three days, and what came of it stands with its entry',
    erased: 'deleted',
    until: 'the round that ends uploads, three days after they began',
  }),
});

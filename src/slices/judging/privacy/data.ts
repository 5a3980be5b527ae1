/** What the tables of judging know of people. */
import { byId, declareData, notPersonal, personal } from '#platform/privacy/declarations.ts';

const judge = 'the judge: judge_id';
const counted = 'kept: what was counted stays countable, by an id that leads to nobody';

declareData('judging', 'plaudit.assignments', { judge_id: byId(judge, 'moved', counted) });
declareData('judging', 'plaudit.judge_reminders', {
  judge_id: byId(judge, 'kept'),
  reminded_by: byId('who reminded them: reminded_by', 'kept'),
});
declareData('judging', 'plaudit.interests', {
  judge_id: byId(judge, 'moved', counted),
  reason: personal('content', judge, { exported: 'given', erased: 'blanked' }),
});
declareData('judging', 'plaudit.ballots', {
  judge_id: byId(judge, 'moved', counted),
  state: notPersonal('a state'),
  comment: personal('evaluation', judge, { exported: 'given', erased: 'blanked', until: 'judging.comments' }),
});
declareData('judging', 'plaudit.ballot_comments', {
  comment: personal('evaluation', 'the judge of the ballot: ballot_id', {
    exported: 'given',
    erased: 'deleted',
    until: 'judging.comments',
  }),
});

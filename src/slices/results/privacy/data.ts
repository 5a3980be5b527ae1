/** What the tables of results know of people. */
import { byId, declareData, notPersonal } from '#platform/privacy/declarations.ts';

declareData('results', 'plaudit.tallies', {
  'ballots_hash result result_hash': notPersonal('figures by the ids of entries and judges'),
  computed_by: byId('who counted: computed_by', 'kept'),
});
declareData('results', 'plaudit.entry_figures', {
  'source value': notPersonal('a figure of an entry, and what it is of'),
  evidence: notPersonal('where the organisers have a figure from, in their words'),
});
declareData('results', 'plaudit.entry_divisions', {
  division: notPersonal('what an entry is ranked in'),
  reason: notPersonal('why it is ranked there, in the words of the organisers'),
});
declareData('results', 'plaudit.decisions', {
  'score level division': notPersonal('a figure, and what it reached; its entry leads to the entrant'),
});

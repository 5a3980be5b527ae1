import { describe, expect, test } from 'vitest';
import { partShapes } from '#core/editions/parts.ts';
import { scorecardsProblems } from '#core/scorecards/problems.ts';
import { type Scorecards, scorecardsShape } from '#core/scorecards/shape.ts';
import { criteriaView } from './criteria-page.ts';
import { criterionValues, scorecardsFrom } from './criteria-values.ts';

const was = scorecardsShape.parse({
  main: {
    name: { en: 'For teams', de: 'Für Teams' },
    groups: [
      { key: 'judging', name: 'Judging' },
      { key: 'metrics', name: 'Metrics' },
    ],
    criteria: [
      {
        kind: 'judged',
        key: 'result',
        name: 'Result',
        question: 'What changed?',
        group: 'judging',
        weight: 3,
        scale: { min: 1, max: 5 },
        anchors: [{ mark: 5, text: { en: 'Outstanding', de: 'Herausragend' } }],
        comment: 'required',
        notApplicable: 'renormalise',
      },
      { kind: 'gate', key: 'consent', name: 'Consent', judges: 'most' },
      {
        kind: 'metric',
        key: 'fcr',
        name: 'Solved at once',
        group: 'metrics',
        weight: 1,
        scale: { min: 0, max: 100, step: 1 },
        metric: 'first-contact-resolution',
        breakpoints: [
          { value: '50', mark: 0 },
          { value: '90', mark: 100 },
        ],
        beyond: 'ends',
      },
      { kind: 'count', key: 'votes', name: 'Votes', of: 'votes', each: '0.001', atMost: '1' },
    ],
  },
});

const parts = { texts: partShapes.texts.parse({}), categories: [] };

const act = (values: Readonly<Record<string, string>>, now: Scorecards = was) => {
  const { body, fieldOf } = scorecardsFrom({ card: 'main', ...values }, now, 'en');
  return { read: scorecardsShape.safeParse(JSON.parse(JSON.stringify(body))), fieldOf };
};
const made = (values: Readonly<Record<string, string>>, now?: Scorecards): Scorecards => act(values, now).read.data ?? {};
const keysOf = (cards: Scorecards) => cards.main?.criteria.map(({ key }) => key);

describe('scorecards in forms', () => {
  test('a criterion of every kind comes back as it was, in its other languages too', () => {
    for (const criterion of was.main?.criteria ?? []) {
      const values = { do: 'criterion.change', criterion: criterion.key, ...criterionValues(criterion, 'en') };
      expect(made(values)).toEqual(was);
    }
    const card = { name: 'For teams', 'groups.0.name': 'Judging', 'groups.1.name': 'Metrics', 'groups.2.name': '' };
    expect(made({ do: 'card.change', ...card })).toEqual(was);
  });

  test('weights in any ratio are shown per cent, by criterion and by group', () => {
    const cards = made({ do: 'weights', 'weights.0': '2', 'weights.2': '6' });
    const { chosen } = criteriaView({ ...parts, scorecards: cards }, { card: null, criterion: null });
    expect(chosen?.lines.map(({ share }) => share)).toEqual([0.25, undefined, 0.75, undefined]);
    expect(chosen?.shares).toEqual([
      { name: 'Judging', share: 0.25 },
      { name: 'Metrics', share: 0.75 },
    ]);
  });

  test('a criterion is moved, added and taken away, and the others stay as they are', () => {
    expect(keysOf(made({ do: 'weights', move: '2.up' }))).toEqual(['result', 'fcr', 'consent', 'votes']);
    expect(keysOf(made({ do: 'weights', move: '0.up' }))).toEqual(['result', 'consent', 'fcr', 'votes']);
    for (const kind of ['judged', 'gate', 'metric', 'count']) {
      const cards = made({ do: 'criterion.add', name: 'Result', kind });
      expect(keysOf(cards)?.at(-1)).toBe('result-2');
      expect(scorecardsProblems(cards)).toEqual([]);
    }
    expect(keysOf(made({ do: 'criterion.drop', criterion: 'consent' }))).toEqual(['result', 'fcr', 'votes']);
  });

  test('a card is added with its first criterion and taken away, and a group that goes leaves its criteria behind', () => {
    const cards = made({ do: 'card.add', 'card.name': 'Main!', name: 'Craft' });
    expect(Object.keys(cards)).toEqual(['main', 'main-2']);
    expect(Object.keys(made({ do: 'card.drop', card: 'main' }, cards))).toEqual(['main-2']);
    const without = made({ do: 'card.change', name: '', 'groups.0.name': '', 'groups.1.name': 'Measures' });
    expect(without.main?.groups).toEqual([{ key: 'metrics', name: 'Measures' }]);
    expect(without.main?.criteria[0]?.group).toBeUndefined();
  });

  test('a refusal stands at the field of the form that was sent, whatever lines of it were empty', () => {
    const [first] = was.main?.criteria ?? [];
    if (!first) throw new Error('no criterion');
    const values = { ...criterionValues(first, 'en'), 'anchors.4.mark': '9', scale: '1-5' };
    const { read, fieldOf } = act({ do: 'criterion.change', criterion: 'result', ...values });
    const found = scorecardsProblems(read.data ?? {}).map(({ path }) => fieldOf(path));
    expect(found).toEqual(['anchors.4.mark']);
    const weight = act({ do: 'weights', 'weights.2': 'two' });
    expect(weight.read.error?.issues.map(({ path }) => weight.fieldOf(path.join('.')))).toEqual(['weights.2']);
  });
});

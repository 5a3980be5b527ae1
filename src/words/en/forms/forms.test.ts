import { describe, expect, it } from 'vitest';
import { answerProblems } from '#core/forms/answers.ts';
import { definitionsOf, metricNames } from '#core/forms/claims/metrics.ts';
import { countEffects } from '#core/forms/revisions/effects.ts';
import { asks, everyKind, formOf, goodAnswers } from '#tests/support/forms/form.ts';
import { problems } from '../problems/index.ts';
import { forms } from './forms.ts';
import { amountOf, minutesAndSeconds, size } from './lengths.ts';

describe('forms in words', () => {
  it('a limit is said with what was given, both', () => {
    const film = { file: 'f', name: 'film.mp4', bytes: 1, seconds: 301 };
    const given = { ...goodAnswers, essay: 'word '.repeat(626), agents: 60, revenue: { currency: 'EUR', minor: -150 } };
    const said = [given, { ...goodAnswers, essay: '', film }].flatMap((answers) =>
      answerProblems(everyKind, answers, 'submit').map(({ code, facts }) => problems[code].detail(facts)),
    );
    expect(said).toEqual([
      'There are 626 words; 625 is the limit. Take out 1.',
      'EUR -1.50 is less than EUR 0.00, the least that is taken. Check the figure.',
      'The video runs 5:01; 5:00 is the limit. Cut it and upload it again.',
    ]);
  });

  it('what a change does is said with how many it concerns', () => {
    const entries = Array.from({ length: 50 }, (_, i) => ({ submitted: i < 49, answers: i < 12 || i === 49 ? { old: 'x' } : {} }));
    const counting = countEffects(
      formOf(asks('short-text', 'a'), asks('short-text', 'old')),
      formOf(asks('short-text', 'a', { required: 'submit' })),
    );
    for (const entry of entries) counting.add(entry);
    expect(
      counting
        .effects()
        .map((effect) => `${forms.revisions.change(effect.change, (key) => `“${key}”`)}. ${forms.revisions.consequence(effect)}`),
    ).toEqual([
      '“old” is taken out. 1 of 1 draft: the answer is kept and no longer asked for. 12 of 49 submitted entries: read as sent in.',
      '“a” is required to send in. 1 of 1 draft: must be answered before sending in.',
    ]);
  });

  it('every definition of every measure has words', () => {
    const missing = metricNames.flatMap((metric) => definitionsOf(metric).filter((one) => forms.claim.definition(metric, one) === one));
    expect(missing).toEqual([]);
  });

  it('lengths, sizes and amounts are written as people read them', () => {
    expect([0, 59, 300, 300.9, 3900].map(minutesAndSeconds)).toEqual(['0:00', '0:59', '5:00', '5:00', '1:05:00']);
    expect([1500, 500_000_000, 1_500_000_000].map(size)).toEqual(['1.5 kB', '500 MB', '1.5 GB']);
    expect([amountOf(5, 'EUR'), amountOf(-123_450, 'EUR'), amountOf(1234, 'JPY'), amountOf(1, 'KWD')]).toEqual([
      'EUR 0.05',
      'EUR -1234.50',
      'JPY 1234',
      'KWD 0.001',
    ]);
  });
});

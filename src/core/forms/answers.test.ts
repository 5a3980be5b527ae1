/** Answers against the limits of their fields, at the limits. */
import { describe, expect, it } from 'vitest';
import { asks, everyKind, formOf, goodAnswers, goodClaim, grouped, option } from '#tests/support/forms/form.ts';
import { answerProblems, readAnswer, readAnswers, shownFields } from './answers.ts';
import { groupStates } from './items.ts';
import type { Form } from './shape.ts';

const words = (n: number) => 'word '.repeat(n);
const film = (seconds: number | null, bytes = 1000) => ({ file: 'f1', name: 'film.mp4', bytes, seconds });
const paper = (name: string, more = {}) => ({ file: name, name, bytes: 10, group: 'document', ...more });

/** What is wrong on submit with the good answers and these instead, as `path code limit/count`. */
function wrong(more: Record<string, unknown>, form: Form = everyKind): string[] {
  return answerProblems(form, { ...goodAnswers, ...more }, 'submit').map(({ path, code, facts }) =>
    [
      path,
      code.slice(8),
      ...['limit', 'count', 'length', 'size', 'value'].flatMap((key) => (facts[key] === undefined ? [] : [facts[key]])),
    ].join(' '),
  );
}

describe('answers at the limits of their fields', () => {
  it('nothing is wrong with good answers', () => {
    expect(wrong({})).toEqual([]);
  });

  it.each<[string, Record<string, unknown>, string[]]>([
    ['625 words', { essay: words(625) }, []],
    ['626 words', { essay: words(626) }, ['essay too-many 625 626']],
    ['a film of 5:00', { essay: '', film: film(300) }, []],
    ['a film of 5:00 and what an encoder adds', { essay: '', film: film(300.9) }, []],
    ['a film of 5:01', { essay: '', film: film(301) }, ['film video-too-long 300 301']],
    ['a film nobody can measure', { essay: '', film: film(null) }, ['film video-length-unknown 300']],
    ['a film over 500 MB', { essay: '', film: film(10, 500_000_001) }, ['film file-too-large 500000000 500000001']],
    ['neither essay nor film', { essay: '' }, ['case none-of']],
    ['an essay of spaces', { essay: ' \n ' }, ['case none-of']],
    ['essay and film', { film: film(10) }, ['case more-than-one 2']],
    ['80 characters', { title: '👍'.repeat(80) }, []],
    ['81 characters', { title: '👍'.repeat(81) }, ['title too-many 80 81']],
    ['no title', { title: '' }, ['title needed']],
    ['an own sector', { sector: { options: [], other: 'Zoo' } }, []],
    ['a sector and an own one', { sector: { options: ['bank'], other: 'Zoo' } }, ['sector too-many 1 2']],
    ['a sector nobody offers', { sector: 'zoo' }, ['sector unknown-option']],
    ['two of three', { channels: ['phone', 'mail'] }, []],
    ['three where two are the most', { channels: ['phone', 'mail', 'chat'] }, ['channels too-many 2 3']],
    ['the same twice', { channels: ['phone', 'phone', 'mail'] }, []],
    ['an own answer where none is offered', { channels: { options: [], other: 'Fax' } }, ['channels other-not-offered']],
    ['the least', { agents: 1 }, []],
    ['less than the least', { agents: 0 }, ['agents too-low 1 0']],
    ['more than the most', { agents: 100_001 }, ['agents too-high 100000 100001']],
    ['half an agent', { agents: 1.5 }, ['agents between-steps 1.5']],
    ['a number in words', { agents: 'twelve' }, ['agents not-understood']],
    ['no consent', { rules: false }, ['rules consent-needed']],
    ['the first day', { since: '2021-07-01' }, []],
    ['the day before', { since: '2021-06-30' }, ['since too-low 2021-07-01 2021-06-30']],
    ['the last day', { since: '2024-06-30' }, []],
    ['the day after', { since: '2024-07-01' }, ['since too-high 2024-06-30 2024-07-01']],
    ['a day that is not', { since: '2023-02-29' }, ['since not-understood']],
    ['a person', { leader: { kind: 'person', name: 'Ada' } }, []],
    ['a company for a person', { leader: { kind: 'organisation', name: 'Ada Ltd' } }, ['leader other-reference']],
    ['three papers', { papers: ['a.pdf', 'b.PDF', 'c.pdf'].map((name) => paper(name)) }, []],
    ['four papers', { papers: ['a.pdf', 'b.pdf', 'c.pdf', 'd.pdf'].map((name) => paper(name)) }, ['papers too-many 3 4']],
    ['a paper by another name', { papers: [paper('a.doc')] }, ['papers.0 file-not-taken']],
    ['a picture called a paper', { papers: [paper('a.pdf', { group: 'picture' })] }, ['papers.0 file-not-taken']],
    ['a paper of 1 MB', { papers: [paper('a.pdf', { bytes: 1_000_000 })] }, []],
    ['a paper over 1 MB', { papers: [paper('a.pdf'), paper('b.pdf', { bytes: 1_000_001 })] }, ['papers.1 file-too-large 1000000 1000001']],
    ['two addresses', { links: ['https://example.com/a?b=c#d', 'example.org'] }, []],
    ['three addresses', { links: 'https://a.example https://b.example\nhttps://c.example' }, ['links too-many 2 3']],
  ])('%s', (_, more, problems) => {
    expect(wrong(more)).toEqual(problems);
  });

  it.each([
    'javascript:alert(1)',
    'https://',
    'https://me:word@example.com',
    'https://example.com@evil.example',
    'file:///etc',
    'https://127.0.0.1/a',
    'hello',
  ])('%s is no address of the web', (address) => {
    expect(wrong({ links: [address] })).toEqual(['links.0 no-web-address']);
  });

  it.each<[unknown, unknown]>([
    [
      { currency: 'EUR', amount: '1234.5' },
      { currency: 'EUR', minor: 123_450 },
    ],
    [
      { currency: 'JPY', amount: '1234' },
      { currency: 'JPY', minor: 1234 },
    ],
    [
      { currency: 'KWD', amount: '1.234' },
      { currency: 'KWD', minor: 1234 },
    ],
    [
      { currency: 'EUR', amount: '-0.01' },
      { currency: 'EUR', minor: -1 },
    ],
    [
      { currency: 'EUR', minor: 5 },
      { currency: 'EUR', minor: 5 },
    ],
    [{ currency: 'JPY', amount: '12.5' }, 'not understood'],
    [{ currency: 'EUR', amount: '1,000' }, 'not understood'],
  ])('an amount of %j is kept as %j', (raw, kept) => {
    const revenue = formOf(asks('money', 'revenue', { currencies: ['EUR', 'JPY', 'KWD'] })).sections[0]?.items[0];
    if (revenue?.kind !== 'money') throw new Error('no money asked for');
    const read = readAnswer(revenue, raw);
    expect(read.ok ? read.answer : 'not understood').toEqual(kept);
  });

  it('says what is wrong with an amount: too little, another currency', () => {
    const large = { agents: 50 };
    expect(wrong({ ...large, revenue: { currency: 'EUR', minor: -1 } })).toEqual(['revenue too-low 0 -1']);
    expect(wrong({ ...large, revenue: { currency: 'USD', minor: 1 } })).toEqual(['revenue currency-not-taken']);
  });

  it.each([
    [0.1, 0.3, true],
    [0.1, 0.35, false],
    [0.25, 7.75, true],
    [0.000001, 0.000001, true],
    [5, 7, false],
  ])('steps of %d take %d: %s', (step, value, taken) => {
    const form = formOf(asks('number', 'score', { step, max: 10 }));
    expect(answerProblems(form, { score: value }, 'submit').map(({ code }) => code)).toEqual(taken ? [] : ['answers.between-steps']);
  });
});

describe('a group that decides', () => {
  const pair = [asks('short-text', 'a'), asks('short-text', 'b')];
  it.each<[string, string, Record<string, string>, string, string[]]>([
    ['exactly-one-of', 'submit', {}, 'none', ['answers.none-of']],
    ['exactly-one-of', 'submit', { a: 'x' }, 'one', []],
    ['exactly-one-of', 'submit', { a: 'x', b: 'y' }, 'several', ['answers.more-than-one']],
    ['exactly-one-of', 'never', {}, 'none', []],
    ['exactly-one-of', 'never', { a: 'x', b: 'y' }, 'several', ['answers.more-than-one']],
    ['at-least-one-of', 'submit', {}, 'none', ['answers.none-of']],
    ['at-least-one-of', 'submit', { a: 'x', b: 'y' }, 'several', []],
    ['plain', 'submit', {}, '', []],
  ])('%s, required: %s, with %j is answered by %s', (rule, required, answers, state, codes) => {
    const form = formOf(grouped('pair', rule, pair, { required }));
    expect(groupStates(form, answers).get('pair')?.state ?? '').toBe(state);
    expect(answerProblems(form, answers, 'submit').map(({ code }) => code)).toEqual(codes);
  });

  it('keeps both in a draft until somebody decides', () => {
    const form = formOf(grouped('pair', 'exactly-one-of', pair));
    expect(answerProblems(form, { a: 'x', b: 'y' }, 'draft')).toEqual([]);
  });

  it('asks nothing where all its fields are hidden', () => {
    const hidden = pair.map((field) => ({ ...field, condition: { field: 'more', answered: true } }));
    const form = formOf(asks('short-text', 'more'), grouped('pair', 'exactly-one-of', hidden));
    expect(answerProblems(form, {}, 'submit')).toEqual([]);
    expect(answerProblems(form, { more: 'x' }, 'submit').map(({ path }) => path)).toEqual(['pair']);
  });
});

describe('fields that hang from others', () => {
  const large = { field: 'agents', atLeast: 50 };
  const form = formOf(
    asks('number', 'agents'),
    asks('short-text', 'plan', { condition: large, required: 'submit', characters: { max: 5 } }),
    asks('short-text', 'owner', { condition: { field: 'plan', answered: true }, required: 'submit' }),
  );

  it('a hidden field is neither required nor looked at, and what hangs from it is hidden too', () => {
    const answers = { agents: 49, plan: 'far too long', owner: ['no text'] };
    expect(answerProblems(form, answers, 'submit')).toEqual([]);
    expect([...shownFields(form, answers)]).toEqual(['agents']);
  });

  it('shown again it is looked at as it was written', () => {
    expect(answerProblems(form, { agents: 50, plan: 'far too long' }, 'submit').map(({ path, code }) => [path, code])).toEqual([
      ['plan', 'answers.too-many'],
      ['owner', 'answers.needed'],
    ]);
  });

  it.each<[object, string, boolean]>([
    [{ field: 'a', is: ['x', 'y'] }, 'y', true],
    [{ field: 'a', is: ['x'] }, 'y', false],
    [{ field: 'a', answered: false }, '', true],
    [
      {
        any: [
          { field: 'a', is: ['x'] },
          { field: 'a', is: ['y'] },
        ],
      },
      'y',
      true,
    ],
    [
      {
        all: [
          { field: 'a', answered: true },
          { field: 'a', is: ['x'] },
        ],
      },
      'y',
      false,
    ],
  ])('%j with the answer “%s” is met: %s', (condition, a, met) => {
    const options = formOf(asks('choice', 'a', { options: [option('x'), option('y')] }), asks('short-text', 'b', { condition }));
    expect(shownFields(options, { a }).has('b')).toBe(met);
  });
});

describe('answers as they come', () => {
  it('of a draft only what must be there is asked', () => {
    const codes = answerProblems(everyKind, { essay: words(700), since: 'soon' }, 'draft').map(({ path, code }) => `${path} ${code}`);
    expect(codes).toEqual(['title answers.needed', 'since answers.not-understood']);
  });

  it('are kept in one form: composed, trimmed, figures as numbers, nothing that is empty', () => {
    const raw = {
      title: ' Cafe\u0301 \u0000',
      essay: 'a\r\nb  ',
      agents: ' 12 ',
      sector: 'bank',
      links: 'example.com',
      channels: [],
      leader: null,
      rules: 'on',
    };
    expect(readAnswers(everyKind, raw)).toEqual({
      answers: { title: 'Café', essay: 'a\nb', agents: 12, sector: { options: ['bank'] }, links: ['https://example.com'], rules: true },
      problems: [],
    });
  });

  it('all that is wrong is told at once, what is not asked too', () => {
    const { answers, problems } = readAnswers(everyKind, { agents: 'many', since: '1.1.2024', colour: 'red', title: 'Kept' });
    expect(problems.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'colour answers.unknown-field',
      'agents answers.not-understood',
      'since answers.not-understood',
    ]);
    expect(answers).toEqual({ title: 'Kept' });
  });

  it('an option no longer offered stays with who had chosen it and is given to nobody else', () => {
    const [field] = formOf(asks('choice', 'a', { options: [option('x'), { ...option('y'), retired: true }] })).sections[0]?.items ?? [];
    if (field?.kind !== 'choice') throw new Error('no choice asked for');
    expect(readAnswer(field, 'y', { options: ['y'] }).ok).toBe(true);
    expect(readAnswer(field, 'y')).toEqual({
      ok: false,
      problems: [{ path: 'a', code: 'answers.option-retired', facts: { option: 'y' } }],
    });
  });

  it('a claim may be half finished in a draft', () => {
    expect(answerProblems(everyKind, { title: 'x', claim: { metric: 'nps', value: '' } }, 'draft')).toEqual([]);
    expect(wrong({ claim: { ...goodClaim, n: undefined } })).toEqual(['claim.n claim-incomplete']);
  });
});

/** Scorecards as the forms of their page, and back. `do` says which form it was; every other criterion stays as it is. */
import { saidIn } from '#core/categories/editing.ts';
import { keyFor } from '#core/editions/key.ts';
import { inLanguage, type LocalText } from '#core/languages/local-text.ts';
import type { CardCriterion, Scorecard, Scorecards } from '#core/scorecards/shape.ts';
import { countsPoints, weighed } from '#core/scorecards/weights.ts';
import { atLine, type Edited, filled, numberFrom, plain, type Sent, textIn, type Values } from './sent.ts';

/** Scales most programmes mark on. Another is said by its ends and how far its marks lie apart. */
const scales = ['1-5', '0-10', '1-10', '0-100'] as const;

/** As many levels as people can be told apart in words; a longer scale has a text where it needs one. */
const mostLevels = 11;

type Scale = { readonly min: number; readonly max: number; readonly step: number };

export function levelsOf({ min, max, step }: Scale): readonly number[] | undefined {
  const count = Math.floor((max - min) / step + 1e-9) + 1;
  return count <= mostLevels ? Array.from({ length: count }, (_, i) => Number((min + i * step).toFixed(6))) : undefined;
}

function scaleValues({ min, max, step }: Scale): Values {
  const known = scales.find((name) => step === 1 && name === `${min}-${max}`);
  return { scale: known ?? 'own', 'scale.min': String(min), 'scale.max': String(max), 'scale.step': String(step) };
}

const said = (text: LocalText | undefined, language: string): string => (text === undefined ? '' : inLanguage(text, language, language));
const number = (value: number | undefined): string => (value === undefined ? '' : String(value));

function anchorValues({ scale, anchors }: Extract<CardCriterion, { kind: 'judged' }>, language: string): [string, string][] {
  const textOf = (mark: number) => said(anchors.find((anchor) => anchor.mark === mark)?.text, language);
  const marks = levelsOf(scale) ?? anchors.map(({ mark }) => mark);
  return marks.flatMap((mark, i): [string, string][] => [
    [`anchors.${i}.mark`, String(mark)],
    [`anchors.${i}.text`, textOf(mark)],
  ]);
}

export function criterionValues(criterion: CardCriterion, language: string): Values {
  const { name, question, guidance, group = '' } = criterion;
  const all = { name: said(name, language), question: said(question, language), guidance: said(guidance, language), group };
  switch (criterion.kind) {
    case 'judged': {
      const { weight, scale, comment, notApplicable } = criterion;
      const anchors = Object.fromEntries(anchorValues(criterion, language));
      return { ...all, weight: number(weight), ...scaleValues(scale), ...anchors, comment, notApplicable };
    }
    case 'gate':
      return { ...all, judges: criterion.judges, comment: criterion.comment };
    case 'metric': {
      const { weight, scale, metric, breakpoints, beyond } = criterion;
      const rows = breakpoints.flatMap(({ value, mark }, i) => [
        [`breakpoints.${i}.value`, value],
        [`breakpoints.${i}.mark`, String(mark)],
      ]);
      return { ...all, weight: number(weight), ...scaleValues(scale), metric, beyond, ...Object.fromEntries(rows) };
    }
    case 'count':
      return { ...all, of: criterion.of, each: criterion.each, atMost: criterion.atMost ?? '' };
  }
}

function scaleFrom(values: Values): Sent {
  const [, min, max] = /^(\d+)-(\d+)$/.exec(textIn(values, 'scale')) ?? [];
  if (min !== undefined && max !== undefined) return { min: Number(min), max: Number(max) };
  const of = (name: string) => numberFrom(textIn(values, `scale.${name}`));
  return filled({ min: of('min'), max: of('max'), step: of('step') });
}

type Anchors = Extract<CardCriterion, { kind: 'judged' }>['anchors'];

/** Marks with words beside them, and which line of the form each is. */
function anchorsFrom(values: Values, was: Anchors, language: string) {
  const found = Array.from({ length: 104 }, (_, at) => {
    const [mark, words] = [numberFrom(textIn(values, `anchors.${at}.mark`)), textIn(values, `anchors.${at}.text`)];
    const before = was.find((anchor) => anchor.mark === mark)?.text;
    return { at, mark, text: saidIn(before, language, words) };
  }).filter((anchor) => anchor.text !== undefined);
  return { rows: found.map(({ at: _at, ...anchor }) => filled(anchor)), from: found.map(({ at }) => at) };
}

function breakpointsFrom(values: Values) {
  const found = Array.from({ length: 103 }, (_, at) => {
    return { at, value: textIn(values, `breakpoints.${at}.value`), mark: numberFrom(textIn(values, `breakpoints.${at}.mark`)) };
  }).filter(({ value, mark }) => value !== '' || mark !== undefined);
  return { rows: found.map(({ at: _at, ...point }) => filled(point)), from: found.map(({ at }) => at) };
}

type Line = { readonly sent: Sent; readonly fieldOf: (path: string) => string };

const same = (path: string): string => (path === 'scale' ? 'scale.max' : path);

function criterionFrom(values: Values, was: CardCriterion, language: string): Line {
  const words = (name: 'name' | 'question' | 'guidance') => saidIn(was[name], language, textIn(values, name));
  const all = { key: was.key, kind: was.kind, name: words('name') ?? '', question: words('question'), guidance: words('guidance') };
  const own = { ...all, group: textIn(values, 'group') || undefined };
  const [weight, comment] = [numberFrom(textIn(values, 'weight')), textIn(values, 'comment') || undefined];
  switch (was.kind) {
    case 'judged': {
      const anchors = anchorsFrom(values, was.anchors, language);
      const notApplicable = textIn(values, 'notApplicable') || undefined;
      const sent = filled({ ...own, weight, scale: scaleFrom(values), anchors: anchors.rows, comment, notApplicable });
      return { sent, fieldOf: (path) => same(atLine('anchors', anchors.from, path)) };
    }
    case 'gate':
      return { sent: filled({ ...own, judges: textIn(values, 'judges') || undefined, comment }), fieldOf: same };
    case 'metric': {
      const points = breakpointsFrom(values);
      const rest = { metric: textIn(values, 'metric'), breakpoints: points.rows, beyond: textIn(values, 'beyond') || undefined };
      const fieldOf = (path: string) => (path === 'breakpoints' ? 'breakpoints.0.value' : same(atLine('breakpoints', points.from, path)));
      return { sent: filled({ ...own, weight, scale: scaleFrom(values), ...rest }), fieldOf };
    }
    case 'count': {
      const rate = { of: textIn(values, 'of') || undefined, each: textIn(values, 'each'), atMost: textIn(values, 'atMost') || undefined };
      return { sent: filled({ ...own, ...rate }), fieldOf: same };
    }
  }
}

const kinds = ['judged', 'gate', 'metric', 'count'] as const;

/** A start that can be read off; nobody's measure yet. */
const fromNoughtToAll = [
  { value: '0', mark: 1 },
  { value: '100', mark: 10 },
];

/** A criterion with as little as its kind allows; a card whose marks are points gives it no weight. */
function newCriterion(values: Values, taken: readonly string[], weighs: boolean): Sent {
  const [name, kind] = [textIn(values, 'name'), kinds.find((each) => each === values.kind) ?? 'judged'];
  const own = { key: keyFor(name, 'criterion', taken), kind, name };
  const scored = { scale: { min: 1, max: 10 }, ...(weighs && { weight: 10 }) };
  switch (kind) {
    case 'judged':
      return { ...own, ...scored };
    case 'gate':
      return own;
    case 'metric':
      return { ...own, ...scored, metric: 'first-contact-resolution', breakpoints: fromNoughtToAll };
    case 'count':
      return { ...own, of: 'votes', each: '0.001' };
  }
}

const groupField = /^groups\.(\d+)\.name$/;

/** Groups whose name is emptied go, and their criteria stand in none. */
function cardFrom(values: Values, was: Scorecard, language: string): Line {
  const taken = was.groups.map(({ key }) => key);
  const rows = Object.keys(values).flatMap((field) => (groupField.test(field) ? [Number(groupField.exec(field)?.[1])] : []));
  const groups = rows.flatMap((at) => {
    const [before, words] = [was.groups[at], textIn(values, `groups.${at}.name`)];
    const name = saidIn(before?.name, language, words);
    if (name === undefined) return [];
    const key = before?.key ?? keyFor(words, 'group', taken);
    taken.push(key);
    return [{ key, name }];
  });
  const known = new Set(groups.map(({ key }) => key));
  const criteria = was.criteria.map(({ group, ...rest }) => plain(group !== undefined && known.has(group) ? { ...rest, group } : rest));
  const name = saidIn(was.name, language, textIn(values, 'name'));
  return { sent: filled({ name, groups: plain(groups), criteria }), fieldOf: (path) => atLine('groups', rows, path) };
}

/** All weights of a card at once; `move` is the button that was pressed: `2.up`. */
function weighted(values: Values, was: Scorecard): Sent {
  const criteria = was.criteria.map((criterion, i) => {
    if (values[`weights.${i}`] === undefined || (criterion.kind !== 'judged' && criterion.kind !== 'metric')) return plain(criterion);
    const { weight: _weight, ...rest } = criterion;
    return filled({ ...(plain(rest) as Record<string, Sent>), weight: numberFrom(textIn(values, `weights.${i}`)) });
  });
  const [, at = '-1', way] = /^(\d+)\.(up|down)$/.exec(values.move ?? '') ?? [];
  const [from, to] = [Number(at), Number(at) + (way === 'up' ? -1 : 1)];
  const [one, other] = [criteria[from], criteria[to]];
  const ordered = one && other ? criteria.map((each, i) => (i === from ? other : i === to ? one : each)) : criteria;
  return plain({ ...was, criteria: ordered });
}

const whole = (body: Sent): Edited => ({ body, fieldOf: (path) => path });

export function scorecardsFrom(values: Values, was: Scorecards, language: string): Edited {
  const all = plain(was) as Record<string, Sent>;
  const key = textIn(values, 'card');
  const card = Object.hasOwn(was, key) ? was[key] : undefined;
  const put = (sent: Sent, fieldOf: (path: string) => string = (path) => path): Edited => {
    return { body: { ...all, [key]: sent }, fieldOf: (path) => fieldOf(path.replace(`${key}.`, '')) };
  };
  if (values.do === 'card.add') {
    const name = textIn(values, 'card.name');
    const made = keyFor(name, 'card', Object.keys(was));
    const body = { ...all, [made]: { name, criteria: [newCriterion(values, [], true)] } };
    const fieldOf = (path: string) => (path.startsWith(`${made}.criteria`) ? 'name' : 'card.name');
    return { body, fieldOf };
  }
  if (!card) return whole(all);
  const at = card.criteria.findIndex((each) => each.key === values.criterion);
  const chosen = card.criteria[at];
  switch (values.do) {
    case 'card.change': {
      const { sent, fieldOf } = cardFrom(values, card, language);
      return put(sent, fieldOf);
    }
    case 'card.drop':
      return whole(Object.fromEntries(Object.entries(all).filter(([each]) => each !== key)));
    case 'weights':
      return put(weighted(values, card), (path) => path.replace(/^criteria\.(\d+)\.weight$/, 'weights.$1'));
    case 'criterion.add': {
      const taken = card.criteria.map((each) => each.key);
      const weighs = weighed(card).length === 0 || !countsPoints(card);
      const added = newCriterion(values, taken, weighs);
      return put(plain({ ...card, criteria: [...card.criteria, added] }), (path) => path.replace(/^criteria\.\d+\./, ''));
    }
    case 'criterion.drop':
      return put(plain({ ...card, criteria: card.criteria.filter((each) => each !== chosen) }));
    case 'criterion.change': {
      if (!chosen) return whole(all);
      const { sent, fieldOf } = criterionFrom(values, chosen, language);
      const criteria = card.criteria.map((each, i) => (i === at ? sent : plain(each)));
      return put({ ...(plain(card) as Record<string, Sent>), criteria }, (path) => fieldOf(path.replace(`criteria.${at}.`, '')));
    }
    default:
      return whole(all);
  }
}

import { awardProblems } from '../awarding/problems.ts';
import { labelProblems } from '../categories/rows.ts';
import { treeProblems } from '../categories/tree.ts';
import { formsProblems } from '../forms/problems.ts';
import type { FieldProblem } from '../problems/problem.ts';
import type { AnswerKinds } from '../rules/facts.ts';
import { rulesProblems } from '../rules/problems.ts';
import { scorecardsProblems } from '../scorecards/problems.ts';
import { timelineProblems } from '../season/timeline/problems.ts';
import { answerKindsOf } from './answer-kinds.ts';
import { mainLanguage, type Parts, type SomeParts } from './parts.ts';
import { twice } from './twice.ts';

const within = (part: string, found: readonly FieldProblem[]): FieldProblem[] =>
  found.map((each) => ({ ...each, path: `${part}.${each.path}` }));

const address = /^https?:\/\/[^\s/?#]+\.[^\s]*$/i;

function addressProblems(path: string, text: string | undefined): FieldProblem[] {
  return text === undefined || address.test(text) ? [] : [{ path, code: 'editions.not-a-web-address', facts: { address: text } }];
}

function textsProblems({ texts }: SomeParts): FieldProblem[] {
  if (!texts) return [];
  return [
    ...texts.sources.flatMap((source, at) => addressProblems(`texts.sources.${at}`, source)),
    ...texts.sponsors.flatMap((sponsor, at) => addressProblems(`texts.sponsors.${at}.address`, sponsor.address)),
    ...(['sponsors', 'questions', 'chapters'] as const).flatMap((list) => twice(`texts.${list}`, texts[list])),
  ];
}

/** Names of a kind that a document has; undefined where that part has not been written, so that nothing is held against it. */
type Known = Readonly<Record<string, ReadonlySet<string> | undefined>>;

const keysOf = (map: object | undefined): ReadonlySet<string> | undefined => map && new Set(Object.keys(map));

function knownOf(parts: SomeParts): Known {
  return {
    sponsor: parts.texts && new Set(parts.texts.sponsors.map(({ key }) => key)),
    form: keysOf(parts.forms),
    scorecard: keysOf(parts.scorecards),
    rule: keysOf(parts.rules),
    category: parts.categories && new Set(parts.categories.map(({ code }) => code)),
  };
}

const named = (known: Known, path: string, kind: string, name: string | undefined): FieldProblem[] =>
  name === undefined || known[kind] === undefined || known[kind].has(name)
    ? []
    : [{ path, code: 'editions.names-nothing', facts: { kind, named: name } }];

/** What a chapter is for has to be there, and its contact has to be an address. */
function chaptersProblems({ texts }: SomeParts, known: Known): FieldProblem[] {
  return (texts?.chapters ?? []).flatMap(({ categories = [], contact }, at) => [
    ...addressProblems(`texts.chapters.${at}.contact`, contact),
    ...categories.flatMap((code, i) => named(known, `texts.chapters.${at}.categories.${i}`, 'category', code)),
  ]);
}

function categoryProblems(parts: SomeParts, known: Known): FieldProblem[] {
  const categories = parts.categories ?? [];
  return [
    ...within('categories', treeProblems(categories)),
    ...within('categories', labelProblems(categories, mainLanguage(parts))),
    ...categories.flatMap((node, at) => {
      const path = `categories.${at}`;
      return [
        ...named(known, `${path}.form`, 'form', node.form),
        ...named(known, `${path}.scorecard`, 'scorecard', node.scorecard),
        ...named(known, `${path}.sponsor`, 'sponsor', node.sponsor),
        ...(node.rules ?? []).flatMap((rule, i) => named(known, `${path}.rules.${i}`, 'rule', rule)),
        ...(node.divisions ?? []).flatMap((division, i) => named(known, `${path}.divisions.${i}.rule`, 'rule', division.rule)),
        ...twice(`${path}.divisions`, node.divisions ?? []),
      ];
    }),
  ];
}

function panelProblems({ judges, minimumPanel }: Parts['award']): FieldProblem[] {
  if (minimumPanel <= judges) return [];
  return [{ path: 'award.minimumPanel', code: 'editions.panel-larger-than-judges', facts: { minimum: minimumPanel, judges } }];
}

function awardReferences({ award }: SomeParts, known: Known): FieldProblem[] {
  if (!award) return [];
  return [
    ...within('award', awardProblems(award)),
    ...panelProblems(award),
    ...(award.rounds ?? []).flatMap(({ scorecard }, at) => named(known, `award.rounds.${at}.scorecard`, 'scorecard', scorecard)),
    ...Object.keys(award.categories).flatMap((code) => named(known, `award.categories.${code}`, 'category', code)),
  ];
}

/** What rules may ask about answers: the fields of every form of the edition. */
function answerKinds(parts: SomeParts): AnswerKinds | undefined {
  return parts.forms && Object.keys(parts.forms).length > 0 ? answerKindsOf(Object.values(parts.forms)) : undefined;
}

/** Everything that does not fit together in what an edition is made of, each at the place to mend; the parts by themselves included. */
export function partsProblems(parts: SomeParts, zone: string): readonly FieldProblem[] {
  const known = knownOf(parts);
  return [
    ...textsProblems(parts),
    ...within('timeline', parts.timeline ? timelineProblems(parts.timeline, zone) : []),
    ...chaptersProblems(parts, known),
    ...categoryProblems(parts, known),
    ...within('forms', parts.forms ? formsProblems(parts.forms) : []),
    ...within('rules', parts.rules ? rulesProblems(parts.rules, answerKinds(parts)) : []),
    ...within('scorecards', parts.scorecards ? scorecardsProblems(parts.scorecards) : []),
    ...awardReferences(parts, known),
  ];
}

import { labelProblems } from '../categories/rows.ts';
import { treeProblems } from '../categories/tree.ts';
import type { FieldProblem } from '../problems/problem.ts';
import { timelineProblems } from '../season/timeline/problems.ts';
import { mainLanguage, type SomeParts } from './parts.ts';
import { twice } from './twice.ts';

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

function knownOf(parts: SomeParts): Known {
  return { sponsor: parts.texts && new Set(parts.texts.sponsors.map(({ key }) => key)) };
}

const within = (part: string, found: readonly FieldProblem[]): FieldProblem[] =>
  found.map((each) => ({ ...each, path: `${part}.${each.path}` }));

function categoryProblems(parts: SomeParts): FieldProblem[] {
  const known = knownOf(parts);
  const named = (path: string, kind: string, name: string | undefined): FieldProblem[] =>
    name === undefined || known[kind] === undefined || known[kind].has(name)
      ? []
      : [{ path, code: 'editions.names-nothing', facts: { kind, named: name } }];
  const categories = parts.categories ?? [];
  return [
    ...within('categories', treeProblems(categories)),
    ...within('categories', labelProblems(categories, mainLanguage(parts))),
    ...categories.flatMap((node, at) => {
      const path = `categories.${at}`;
      return [
        ...named(`${path}.form`, 'form', node.form),
        ...named(`${path}.scorecard`, 'scorecard', node.scorecard),
        ...named(`${path}.sponsor`, 'sponsor', node.sponsor),
        ...(node.rules ?? []).flatMap((rule, i) => named(`${path}.rules.${i}`, 'rule', rule)),
        ...(node.divisions ?? []).flatMap((division, i) => named(`${path}.divisions.${i}.rule`, 'rule', division.rule)),
        ...twice(`${path}.divisions`, node.divisions ?? []),
      ];
    }),
  ];
}

/** Everything that does not fit together in what an edition is made of, each at the place to mend; the parts by themselves included. */
export function partsProblems(parts: SomeParts, zone: string): readonly FieldProblem[] {
  const timeline = parts.timeline ? timelineProblems(parts.timeline, zone) : [];
  return [...textsProblems(parts), ...within('timeline', timeline), ...categoryProblems(parts)];
}

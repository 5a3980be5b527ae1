/** Award rules as the forms of their page make them. `do` says which form it was; `of` the category whose own rules they are, if any. */
import { awardFor } from '#core/awarding/by-category.ts';
import type { Award } from '#core/awarding/shape.ts';
import { canonicalJson, plainJson } from '#core/record/canonical.ts';
import { type Edited, plain, type Sent, textIn, type Values } from '../sent.ts';
import { countingFrom, sourcesFrom } from './counting-values.ts';
import { levelsFrom } from './level-values.ts';
import { tiesFrom } from './tie-values.ts';

type Own = Award['categories'][string];

/** What a category may have of its own, by the part of the page it is written on. */
export const parted = {
  levels: ['levels'],
  ties: ['ties'],
  counting: ['aggregation', 'minimumPanel', 'skipped', 'official', 'seats'],
} as const satisfies Readonly<Record<string, readonly (keyof Own)[]>>;
export const ownParts = ['levels', 'ties', 'counting'] as const satisfies readonly (keyof typeof parted)[];
export type OwnPart = (typeof ownParts)[number];

type Whole = { readonly [name: string]: Sent };

const ownOf = (categories: Whole, of: string): Whole => (Object.hasOwn(categories, of) ? (categories[of] as Whole) : {});

/** The rules of the edition, or of one category, with some of them anew; a category left with nothing of its own is not named any more. */
function withRules(was: Award, of: string, anew: Whole, gone: readonly string[] = []): Whole {
  const all = plain(was) as Whole;
  if (of === '') return { ...all, ...anew };
  const { [of]: _before, ...others } = all.categories as Whole;
  const kept = Object.entries(ownOf(all.categories as Whole, of)).filter(([name]) => !gone.includes(name));
  const own = { ...Object.fromEntries(kept), ...anew };
  return { ...all, categories: Object.keys(own).length === 0 ? others : { ...others, [of]: own } };
}

/** What a category says as the edition does is not its own, nor is what only an edition says. */
function differing(own: Whole, was: Award): Whole {
  const edition = plain(awardFor(was, '')) as Whole;
  const mayDiffer: readonly string[] = parted.counting;
  return Object.fromEntries(
    Object.entries(own).filter(
      ([name, value]) =>
        mayDiffer.includes(name) && canonicalJson(plainJson({ value })) !== canonicalJson(plainJson({ value: edition[name] })),
    ),
  );
}

type Made = Edited & { readonly body: Whole };

export function awardFrom(values: Values, was: Award): Made {
  const of = textIn(values, 'of');
  const start = `categories.${of}.`;
  const put = (body: Whole, fieldOf: (path: string) => string, keep?: Edited['keep']): Made => ({
    body,
    fieldOf: (path) => fieldOf(path.startsWith(start) ? path.slice(start.length) : path),
    ...(keep && { keep }),
  });
  switch (values.do) {
    case 'ties': {
      const { ties, fieldOf } = tiesFrom(values);
      return put(withRules(was, of, { ties }), fieldOf);
    }
    case 'counting': {
      const { counting, fieldOf } = countingFrom(values);
      return put(withRules(was, of, of === '' ? counting : differing(counting, was), parted.counting), fieldOf);
    }
    case 'sources': {
      const { rounds: _rounds, votes: _votes, ...rest } = plain(was) as Whole;
      const { sources, fieldOf } = sourcesFrom(values);
      return put({ ...rest, ...sources }, fieldOf);
    }
    case 'own.away': {
      const part = ownParts.find((each) => each === values.part);
      return put(withRules(was, of, {}, part && parted[part]), (path) => path);
    }
    default: {
      const { levels, fieldOf, at } = levelsFrom(values, awardFor(was, of).levels);
      return put(withRules(was, of, { levels }), fieldOf, { ...(of && { of }), ...(at !== undefined && { level: String(at) }) });
    }
  }
}

/**
 * What an entry says of whom it is about and of who sends it in, and what its category takes. A category that takes one kind says it by
 * itself; one that names none leaves it open; among several the entrant says which, once the entry is sent in at the latest.
 */
import type { FieldProblem } from '../../problems/problem.ts';
import type { CategoryNode, NominatorKind, NomineeKind } from '../shape.ts';

/** Null: not said. */
export type Stated = { readonly nomineeKind: NomineeKind | null; readonly nominator: NominatorKind | null };
export type Takes = Pick<CategoryNode, 'nominees' | 'nominators'>;

const only = <K>(kinds: readonly K[] | undefined): K | undefined => (kinds?.length === 1 ? kinds[0] : undefined);

/** What counts of an entry in a category: what the category says by itself, else what was said. */
export function statedIn({ nominees, nominators }: Takes, { nomineeKind, nominator }: Stated): Stated {
  return { nomineeKind: only(nominees) ?? nomineeKind, nominator: only(nominators) ?? nominator };
}

/** The kinds an entrant chooses from; none where there is nothing to choose. */
export function askedIn({ nominees = [], nominators = [] }: Takes) {
  return { nomineeKind: nominees.length > 1 ? nominees : [], nominator: nominators.length > 1 ? nominators : [] };
}

/** What is wrong with what counts of an entry that is sent in: not said, or not taken here. */
export function statedProblems({ nominees, nominators }: Takes, { nomineeKind, nominator }: Stated): readonly FieldProblem[] {
  const wrong = <K extends string>(path: string, taken: readonly K[] | undefined, said: K | null): FieldProblem[] => {
    if (taken === undefined || (said !== null && taken.includes(said))) return [];
    return [
      said === null
        ? { path, code: 'field.required', facts: {} }
        : { path, code: 'field.not-one-of', facts: { options: taken.join(', ') } },
    ];
  };
  return [...wrong('nomineeKind', nominees, nomineeKind), ...wrong('nominator', nominators, nominator)];
}

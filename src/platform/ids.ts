/** Identifiers: time-ordered where the time may be known, random where it may not; branded so that they cannot be mixed up. */
import { v4, v7 } from 'uuid';

declare const brand: unique symbol;
type Id<Name extends string> = string & { readonly [brand]: Name };

export type OrganisationId = Id<'organisation'>;
export type PersonId = Id<'person'>;
export type ProgrammeId = Id<'programme'>;
export type EditionId = Id<'edition'>;
export type CategoryId = Id<'category'>;
export type CriterionId = Id<'criterion'>;
export type EntryId = Id<'entry'>;
export type BallotId = Id<'ballot'>;
export type CompanyId = Id<'company'>;
export type ContactId = Id<'contact'>;

/** Where ids come from; tests pass a seeded source. */
export type Ids = {
  /** uuidv7: sorts by time, tells its time. */
  readonly next: <T extends string = string>() => T;
  /** uuidv4: for what must not tell when it was made. */
  readonly random: <T extends string = string>() => T;
};

export const ids: Ids = {
  next: <T extends string>() => v7() as T,
  random: <T extends string>() => v4() as T,
};

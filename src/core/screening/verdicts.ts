/**
 * That an entry may not compete is decided by one screener and, where its edition asks for that, confirmed by a second one; then it is
 * sent. Until it is sent only screeners know.
 */
export type Standing = {
  readonly decidedBy: string;
  /** What a second screener said; null where none did. */
  readonly agrees: boolean | null;
  readonly sent: boolean;
};

export type StandingState = 'held' | 'unconfirmed' | 'disputed' | 'sent';

/** `secondLook`: the edition asks for two. Once two disagree, it is disputed whatever the edition asks. */
export function standingState({ agrees, sent }: Standing, secondLook: boolean): StandingState {
  if (sent) return 'sent';
  if (agrees === false) return 'disputed';
  return secondLook && agrees === null ? 'unconfirmed' : 'held';
}

export type NoLook = 'screening.verdict-sent' | 'screening.same-person' | 'screening.looked-already';

/** Why this person's second look would not count; undefined where it does. */
export function noLook(standing: Standing, person: string): NoLook | undefined {
  if (standing.sent) return 'screening.verdict-sent';
  if (standing.decidedBy === person) return 'screening.same-person';
  return standing.agrees === null ? undefined : 'screening.looked-already';
}

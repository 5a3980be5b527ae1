/**
 * Who may open a route. Every line of `src/routes.ts` names one; a route without one keeps the web process from starting.
 * The finer question, whether this person may see this thing, is the operation's or the view's.
 */
import { createContext } from 'react-router';

export type Policy =
  /** Anyone, signed in or not. */
  | 'public'
  /** Any signed-in person, also one who still has to set up a factor or to agree to terms. */
  | 'account'
  /** Any signed-in person. */
  | 'signed-in'
  /** Writes entries. */
  | 'entrant'
  /** Holds a seat on a panel. */
  | 'judge'
  /** Manages a programme. */
  | 'manager'
  /** Manages a programme, or a chapter of one: the pages of entries. */
  | 'entries'
  /** Works with entries of a programme, or screens them. */
  | 'screening'
  /** Runs the installation: jobs, mail, the record. */
  | 'operator';

/** Open to whoever stands in: of a role, which both have to hold; or of what is the person's own, as far as both may see it. */
export type StandInPage = 'role' | 'own';

/** The declared policy of the matched route, for whoever decides with the actor in hand. */
export const policyContext = createContext<Policy>();

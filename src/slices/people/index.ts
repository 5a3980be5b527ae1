/**
 * People: who somebody is and how they prove it.
 * A person has one account for all organisations, a password or not, factors and recovery codes or not, and sessions; a link signs in
 * once and makes the account of somebody new; the first administrator arrives by a set-up link. Grave acts ask for a fresh proof.
 * States: a link is fresh, used or expired; a session waits for a second factor, lives or has ended; an authenticator is begun, then counts.
 * Who: anybody may ask for a link; everybody looks after their own account; administrators are members of an organisation.
 */
import './jobs.ts';
import './mails.ts';
import './privacy/data.ts';
import './privacy/holder.ts';
import './proof/prover.ts';

export { confirmAddress, requestAddress, undoAddress } from './address/change.ts';
export { addressLink } from './address/views.ts';
export { arriveByMail, expectPerson, personByEmail } from './arrival.ts';
export {
  afterFirstStep,
  arrived,
  away,
  browserOf,
  configureSignIn,
  linkTokenOf,
  sessionOf,
  signedIn,
  signInSettings,
  wayOf,
  whenWrong,
} from './door.ts';
export { erasePerson } from './erasure.ts';
export {
  addPasskey,
  confirmAuthenticator,
  hideRecoveryCodes,
  removeFactor,
  renewRecoveryCodes,
  requireFactor,
  resetFactors,
  startAuthenticator,
} from './factors/factors.ts';
export { finishSignIn, signInByPasskey } from './factors/sign-in-factor.ts';
export { type FactorView, factorsOf, freshRecoveryCodes, recoveryCodesLeft, startedAuthenticator } from './factors/views.ts';
export { mergeAccounts, requestMerge } from './merging/merging.ts';
export { mergePreview } from './merging/views.ts';
export { passkeyForSignIn, passkeyToMake, secondStep } from './passkeys/questions.ts';
export { setPassword } from './password.ts';
export { accountsMerged } from './privacy/announcing.ts';
export { type Marks, marksOf, struckOut } from './privacy/traces.ts';
export { countTry } from './proof/link-requests.ts';
export { prove } from './proof/prove.ts';
export { proofWanted } from './proof/prover.ts';
export { arriveFromProvider } from './providers/arriving.ts';
export { comeBack, connectProvider, disconnectProvider } from './providers/coming-back.ts';
export { configureProviders } from './providers/provider.ts';
export { readProviders } from './providers/provider-file.ts';
export { setOff, setOffToConnect } from './providers/setting-off.ts';
export {
  departure,
  type IdentityView,
  identitiesOf,
  metadataOf,
  type ProviderFacts,
  providersForAdministrator,
  providersForVisitor,
  type Return,
  readAnswer,
  returnForBrowser,
} from './providers/views.ts';
export { email, onwardPath, personName, token } from './schemas.ts';
export { endSessionsOf, makeSignInLink } from './sessions/rescue.ts';
export { noteUse } from './sessions/session-store.ts';
export { endOtherSessions, endSession, signOut } from './sessions/sessions.ts';
export { type SessionView, sessionsOf } from './sessions/views.ts';
export { addPerson, foundOrganisation, makeSetUpLink, setUp } from './set-up.ts';
export { requestLink, signInByLink, signInByPassword } from './sign-in.ts';
export { beginStandIn, endStandIn } from './stand-ins/stand-ins.ts';
export { type StandInView, standInsByMe, standInsForMe } from './stand-ins/views.ts';
export { acceptTerms, publishTerms } from './terms/terms.ts';
export { acceptedTerms, currentTerms } from './terms/views.ts';
export { factorNeeded, linkForVisitor, peopleByIds } from './views.ts';
export { setZone } from './zone.ts';

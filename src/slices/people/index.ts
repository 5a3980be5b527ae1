/**
 * People: who somebody is and how they prove it.
 * A person has one account for all organisations, a password or not, and sessions; a link signs in once and makes the
 * account of somebody new; the first administrator arrives by a set-up link.
 * States: a link is fresh, used or expired; a session lives or has ended.
 * Who: anybody may ask for a link; administrators are members of an organisation; roles in a programme are the programme's.
 */
import './jobs.ts';
import './mails.ts';

export { arriveByMail, personByEmail } from './arrival.ts';
export { configureSignIn, linkTokenOf, sessionOf, signedIn, signInSettings, whenWrong } from './door.ts';
export { erasePerson } from './erasure.ts';
export { email, onwardPath, personName, token } from './schemas.ts';
export { addPerson, foundOrganisation, makeSetUpLink, setUp } from './set-up.ts';
export { requestLink, setPassword, signInByLink, signInByPassword, signOut } from './sign-in.ts';
export { linkForVisitor, peopleByIds } from './views.ts';

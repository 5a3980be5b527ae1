/**
 * The one table of every URL: path → file → who may open it. React Router's routes and the policies the web process
 * enforces both come from it; a line without a policy does not compile, and a route that is not in it does not start.
 */
import type { RouteConfigEntry } from '@react-router/dev/routes';
import type { Policy } from '#http/policy.ts';

type Line = { readonly path: string; readonly file: string; readonly policy: Policy };

function line(path: `/${string}`, file: string, policy: Policy): Line {
  return { path, file, policy };
}

const table: readonly Line[] = [
  line('/', 'slices/programmes/pages/home.public.tsx', 'public'),
  line('/p/:programme', 'slices/programmes/pages/programme.public.tsx', 'public'),
  line('/p/:programme/:edition', 'slices/programmes/pages/programme.public.tsx', 'public'),
  line('/invitations/:token', 'slices/programmes/pages/invitation.public.tsx', 'public'),
  line('/manage/new', 'slices/programmes/pages/new-programme.organiser.tsx', 'operator'),
  line('/manage/:programme/new', 'slices/programmes/pages/new-edition.organiser.tsx', 'manager'),
  line('/manage/:programme/people', 'slices/programmes/pages/people.organiser.tsx', 'manager'),
  line('/manage/:programme/:edition', 'slices/programmes/pages/edition.organiser.tsx', 'manager'),
  line('/theme', 'shells/pages/theme.ts', 'public'),
  line('/gallery', 'ui/gallery/gallery.tsx', 'public'),
  line('/sign-in', 'slices/people/pages/sign-in.public.tsx', 'public'),
  line('/link/:token', 'slices/people/pages/link.public.tsx', 'public'),
  line('/set-up/:token', 'slices/people/pages/set-up.public.tsx', 'public'),
  line('/manage/system', 'slices/system/pages/system.operator.tsx', 'operator'),
  line('/manage/mailbox', 'slices/messages/pages/mailbox.operator.tsx', 'operator'),
  line('/jobs/:job/events', 'slices/system/pages/job-events.ts', 'operator'),
  line('/account', 'slices/people/pages/account.person.tsx', 'signed-in'),
];

/** URL pattern → policy, as the guard in `root.tsx` looks it up. */
export const policies: ReadonlyMap<string, Policy> = new Map(table.map(({ path, policy }) => [path, policy]));

/** The first page is an index route; others are written without the leading slash, as React Router wants them. */
export default table.map(({ path, file }): RouteConfigEntry => {
  const id = `${path} ${file.replace(/\.tsx?$/, '')}`;
  return path === '/' ? { id, file, index: true } : { id, file, path: path.slice(1) };
});

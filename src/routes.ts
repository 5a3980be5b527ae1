/**
 * The one table of every URL: path → file → who may open it → the shell it stands in. React Router's routes and the
 * policies the web process enforces both come from it; a line without a policy does not compile, and a route that is
 * not in it does not start (`createApp`).
 */
import type { RouteConfigEntry } from '@react-router/dev/routes';
import type { Policy } from '#http/policy.ts';

/** A shell is a layout; `bare` is none: end points, and pages that bring their own frame. */
const shells = {
  public: 'shells/public.tsx',
  entrant: 'shells/entrant.tsx',
  judge: 'shells/judge.tsx',
  organiser: 'shells/organiser.tsx',
  account: 'shells/account.tsx',
} as const;

type Shell = keyof typeof shells | 'bare';
type Line = { readonly path: string; readonly file: string; readonly policy: Policy; readonly shell: Shell };

function line(path: `/${string}`, file: string, policy: Policy, shell: Shell): Line {
  return { path, file, policy, shell };
}

const table: readonly Line[] = [
  line('/gallery', 'ui/gallery/gallery.tsx', 'public', 'bare'),
  line('/theme', 'shells/pages/theme.ts', 'public', 'bare'),
];

/** URL pattern → policy, as the guard in `root.tsx` looks it up. */
export const policies: ReadonlyMap<string, Policy> = new Map(table.map(({ path, policy }) => [path, policy]));

/** The first page is an index route; others are written without the leading slash, as React Router wants them. */
function entry({ path, file }: Line): RouteConfigEntry {
  const id = `${file.replace(/\.tsx?$/, '')}:${path}`;
  return path === '/' ? { id, file, index: true } : { id, file, path: path.slice(1) };
}

function inside(shell: Shell): RouteConfigEntry[] {
  const children = table.filter((l) => l.shell === shell).map(entry);
  if (shell === 'bare' || children.length === 0) return children;
  return [{ id: `shell:${shell}`, file: shells[shell], children }];
}

export default [...(Object.keys(shells) as Shell[]), 'bare' as const].flatMap(inside);

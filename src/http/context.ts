/** What a page's loader and action are given: who asks, and a context for operations and views. */
import { createContext, data, type LoaderFunctionArgs, redirect } from 'react-router';
import { problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import type { PersonId, ProgrammeId } from '#platform/ids.ts';
import type { Policy } from './policy.ts';
import { problemView, refusalIn } from './problem.ts';
import { visitContext } from './visit.ts';

export type ProgrammeRole = 'manager' | 'judge' | 'auditor' | 'chapter-manager' | 'screener';

/** Whoever sent this request, as the database knew them when it arrived. */
export type Visitor = {
  readonly ctx: Ctx;
  readonly organisationName: string;
  readonly person: { readonly id: PersonId; readonly name: string; readonly email: string } | undefined;
  /** Of their own clock, as they told us. */
  readonly zone?: string | undefined;
  /** Of the browser they sit at, where it has said so: what stands in for the one they told us. */
  readonly clock?: string | undefined;
  /** Signed in but for the second factor, which is still to be shown: nobody yet. */
  readonly waiting: boolean;
  /** What keeps a signed-in person from going on: a factor to set up, or terms to agree to. */
  readonly due: 'factor' | 'terms' | undefined;
  readonly administrator: boolean;
  readonly roles: readonly { readonly programme: ProgrammeId; readonly role: ProgrammeRole }[];
  /** Who really sits there, as themselves, when an administrator stands in for this person; and until when. */
  readonly standIn?: { readonly self: Visitor; readonly until: Date };
};

export const visitorContext = createContext<Visitor>();

/** A coarse wall before the page; the fine one is the operation's or the view's. */
export function mayOpen(policy: Policy, visitor: Visitor): boolean {
  switch (policy) {
    case 'public':
      return true;
    case 'account':
    case 'signed-in':
    case 'entrant':
      return visitor.person !== undefined;
    case 'judge':
      return visitor.roles.some((r) => r.role === 'judge');
    case 'manager':
      return visitor.administrator || visitor.roles.some((r) => r.role === 'manager' || r.role === 'auditor');
    case 'entries':
      return mayOpen('manager', visitor) || visitor.roles.some((r) => r.role === 'chapter-manager');
    case 'screening':
      return mayOpen('entries', visitor) || visitor.roles.some((r) => r.role === 'screener');
    case 'operator':
      return visitor.administrator;
  }
}

/** The same for whoever stands in for somebody: both have to be let in, to a page that was opened for it. */
export function mayStandIn(policy: Policy, { visitor, open }: { visitor: Visitor; open: boolean }): boolean {
  return visitor.standIn === undefined || (open && mayOpen(policy, visitor.standIn.self));
}

export type PageArgs = {
  readonly visitor: Visitor;
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly url: URL;
  readonly request: Request;
  readonly base: string;
};

export function pageArgs({ request, params, context }: Pick<LoaderFunctionArgs, 'request' | 'params' | 'context'>): PageArgs {
  return { visitor: context.get(visitorContext), params, url: new URL(request.url), request, base: context.get(visitContext).base };
}

/** Whether nobody knows what came of the form that this page is drawn after: then it cannot say that nothing was saved. */
export const outcomeUnknown = createContext(false);

/**
 * Makes a loader: `export const loader = load((ctx, { params }) => entryForOwner(ctx, params.entry))`.
 * A refusal becomes the error page of its status.
 */
export function load<T>(work: (ctx: Ctx, args: PageArgs) => Promise<T>): (args: LoaderFunctionArgs) => Promise<T> {
  return async (args) => {
    const page = pageArgs(args);
    try {
      await asSelf(work, args, page);
      return await work(page.visitor.ctx, page);
    } catch (error) {
      const refusal = refusalIn(error);
      if (refusal === undefined) throw error;
      if (refusal.code === 'general.sign-in-needed') throw signIn(page);
      const unknown = refusal.code === 'general.busy' && args.context.get(outcomeUnknown);
      const view = problemView(unknown ? problem('general.unknown-outcome') : refusal, page.visitor.ctx.language);
      throw data(view, { status: view.status });
    }
  };
}

/**
 * Whoever stands in for somebody is first shown to the view as themselves: what it refuses them stays refused. A page of what is the
 * person's own asks that of its views instead, where it can be told apart what both may see.
 */
async function asSelf<T>(work: (ctx: Ctx, args: PageArgs) => Promise<T>, { context, pattern }: LoaderFunctionArgs, page: PageArgs) {
  const { standIn } = page.visitor;
  if (standIn === undefined || context.get(visitContext).standsIn(pattern) === 'own') return;
  try {
    await work(standIn.self.ctx, { ...page, visitor: standIn.self });
  } catch (error) {
    // Being led on is no refusal.
    if (!(error instanceof Response)) throw error;
  }
}

function leadThrough(door: string, { url, base }: Pick<PageArgs, 'url' | 'base'>): Response {
  const here = url.pathname.slice(base.length).replace(/\.data$/, '') + url.search;
  return redirect(`${door}?to=${encodeURIComponent(here)}`);
}

/** To the sign-in page, or to the rest of signing in, and back here afterwards. */
export function signIn(page: Pick<PageArgs, 'url' | 'base' | 'visitor'>): Response {
  return leadThrough(page.visitor.waiting ? '/sign-in/factor' : '/sign-in', page);
}

const doors = { factor: '/account/factors', terms: '/terms' } as const;

/** To what is due first and back here afterwards; undefined when nothing is, or this page is open all the same. */
export function dueFirst(policy: Policy, page: Pick<PageArgs, 'url' | 'base' | 'visitor'>): Response | undefined {
  const { due } = page.visitor;
  return due === undefined || policy === 'public' || policy === 'account' ? undefined : leadThrough(doors[due], page);
}

/** What the guard sends on. The paths loaders and acts lead to are set below the base for them; those of a guard are sent as they are. */
export function sentOn(answer: Response, { base }: Pick<PageArgs, 'base'>): Response {
  answer.headers.set('location', base + (answer.headers.get('location') ?? ''));
  return answer;
}

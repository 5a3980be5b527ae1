import type { ReactNode } from 'react';
import { data, Links, type LoaderFunctionArgs, type MiddlewareFunction, Outlet, redirect, Scripts } from 'react-router';
import { problem } from '#core/problems/problem.ts';
import { dueFirst, mayOpen, mayStandIn, pageArgs, sentOn, signIn, visitorContext } from '#http/context.ts';
import { policyContext } from '#http/policy.ts';
import { problemView, refusalIn } from '#http/problem.ts';
import { visitContext } from '#http/visit.ts';
import { ErrorPage } from '#shells/error-page.tsx';
import { WordsProvider } from '#shells/words.tsx';
import { useFrame } from '#ui/base/frame.tsx';
import '#ui/look.css';

/** Deny by default: a URL whose pattern has no policy, or one that is not this visitor's, answers as if it did not exist. */
const guard: MiddlewareFunction<Response> = async (args, next) => {
  const { context, pattern, request } = args;
  const visit = context.get(visitContext);
  try {
    await visit.prepare(context, request);
  } catch (error) {
    const refusal = refusalIn(error);
    if (refusal === undefined) throw error;
    const view = problemView(refusal, 'en');
    throw data(view, { status: view.status });
  }
  const policy = visit.policyOf(pattern);
  const visitor = context.get(visitorContext);
  if (!policy || (!mayOpen(policy, visitor) && visitor.person)) throw data(null, { status: 404 });
  if (!mayOpen(policy, visitor)) throw sentOn(signIn(pageArgs(args)), visit);
  if (!mayStandIn(policy, { visitor, open: visit.standsIn(pattern) !== undefined }))
    throw data(problemView(problem('general.not-standing-in'), 'en'), { status: 409 });
  const first = dueFirst(policy, pageArgs(args));
  if (first) throw sentOn(first, visit);
  context.set(policyContext, policy);
  const answer = await next();
  if (answer.status !== 404) return answer;
  const now = await visit.movedTo(visitor.ctx, pattern, args.params);
  // For good, and by the same method; but whoever keeps answers may not keep it for ever, for names are given again.
  if (now === undefined) return answer;
  throw sentOn(redirect(now + new URL(request.url).search, { status: 308, headers: { 'cache-control': 'no-cache' } }), visit);
};

export const middleware = [guard];

/** What every shell shows of the visitor. */
export function loader({ context }: LoaderFunctionArgs) {
  const { organisationName, person, zone, clock, administrator, roles, standIn } = context.get(visitorContext);
  const judge = roles.some(({ role }) => role === 'judge');
  return {
    organisationName,
    name: person?.name,
    zone: zone ?? clock,
    administrator,
    judge,
    ...(standIn && { standIn: { until: standIn.until.toISOString() } }),
  };
}

/** The document around every page, also around the page of an error. */
export function Layout({ children }: { children: ReactNode }) {
  const frame = useFrame();
  const { base, theme, language, scripts, nonce, keys } = frame;
  return (
    <html
      lang={language}
      data-theme={theme === 'auto' ? undefined : theme}
      data-base={scripts || keys ? base : undefined}
      data-keys={keys && (keys.on ? 'on' : 'off')}
      data-seed={scripts ? frame.seed : undefined}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href={`${base}/favicon.svg`} type="image/svg+xml" />
        <Links />
      </head>
      <body>
        <WordsProvider language={language}>{children}</WordsProvider>
        {keys && <script src={base + keys.script} nonce={nonce} defer suppressHydrationWarning />}
        {scripts && <Scripts nonce={nonce} />}
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <ErrorPage />;
}

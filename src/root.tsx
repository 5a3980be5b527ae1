import type { ReactNode } from 'react';
import { Links, type MiddlewareFunction, Outlet, Scripts } from 'react-router';
import { policyContext } from '#http/policy.ts';
import { visitContext } from '#http/visit.ts';
import { ErrorPage } from '#shells/error-page.tsx';
import { WordsProvider } from '#shells/words.tsx';
import { useFrame } from '#ui/base/frame.tsx';
import '#ui/look.css';

/** Deny by default: a URL whose pattern has no policy is answered as if it did not exist. */
const declared: MiddlewareFunction = async ({ context, pattern }, next) => {
  const policy = context.get(visitContext).policyOf(pattern);
  if (!policy) throw new Response(null, { status: 404 });
  context.set(policyContext, policy);
  return next();
};

export const middleware = [declared];

/** The document around every page, also around the page of an error. */
export function Layout({ children }: { children: ReactNode }) {
  const { base, theme, language, scripts, nonce } = useFrame();
  return (
    <html lang={language} data-theme={theme === 'auto' ? undefined : theme} data-base={scripts && base ? base : undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href={`${base}/favicon.svg`} type="image/svg+xml" />
        <Links />
      </head>
      <body>
        <WordsProvider language={language}>{children}</WordsProvider>
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

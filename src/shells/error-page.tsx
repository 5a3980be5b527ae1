import { isRouteErrorResponse, useRouteError } from 'react-router';
import { useFrame, useHref } from '#ui/base/frame.tsx';
import { useWords } from './words.tsx';

type Told = { readonly title: string; readonly text: string };

/** A refusal that crossed as a problem document already carries its sentence. */
function toldBy(data: unknown): Told | undefined {
  if (typeof data !== 'object' || data === null || !('title' in data) || !('detail' in data)) return undefined;
  return typeof data.title === 'string' && typeof data.detail === 'string' ? { title: data.title, text: data.detail } : undefined;
}

/** Forbidden and missing are one page: nobody learns from it what exists. */
function useTold(): Told & { readonly status: number } {
  const error = useRouteError();
  const { missing, signIn, busy, refused, bug } = useWords().shell.errors;
  if (!isRouteErrorResponse(error)) return { ...bug, status: 500 };
  const { status } = error;
  if (status === 404 || status === 403) return { ...missing, status: 404 };
  if (status === 401) return { ...signIn, status };
  if (status === 500) return { ...bug, status };
  return { ...(toldBy(error.data) ?? (status > 500 ? busy : refused)), status };
}

/** What a reader sees instead of a page: what happened, and what to do now. */
export function ErrorPage() {
  const words = useWords().shell;
  const { reference, path } = useFrame();
  const { title, text, status } = useTold();
  const home = useHref('/');
  const signIn = useHref(`/sign-in?to=${encodeURIComponent(path)}`);
  return (
    <main id="main">
      <div className="wrap">
        <title>{`${title} · ${words.product}`}</title>
        <div className="empty lost">
          <h1 className="title">{title}</h1>
          <p className="soft">{text}</p>
          {status === 500 && reference && <p className="t-sm faint num">{words.errors.bug.reference(reference)}</p>}
          <div className="row">
            {status === 401 || status === 404 ? (
              <a className={status === 401 ? 'btn btn--main' : 'btn'} href={signIn}>
                {words.signIn}
              </a>
            ) : null}
            <a className="btn btn--quiet" href={home}>
              {words.errors.home}
            </a>
          </div>
        </div>
      </div>
    </main>
  );
}

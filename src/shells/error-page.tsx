import { isRouteErrorResponse, useRouteError } from 'react-router';
import { ButtonLink } from '#ui/actions/button.tsx';
import { useFrame } from '#ui/base/frame.tsx';
import { WorkFrame } from './page.tsx';
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
  const mayBeSignedOut = status === 401 || status === 404;
  return (
    <WorkFrame title={[title]} items={[]}>
      <div className="lost">
        <h1 className="title">{title}</h1>
        <p className="lead">{text}</p>
        {status === 500 && reference && <p className="soft num">{words.errors.bug.reference(reference)}</p>}
        <div className="row">
          {mayBeSignedOut && (
            <ButtonLink kind={status === 401 ? 'main' : undefined} to={`/sign-in?to=${encodeURIComponent(path)}`}>
              {words.signIn}
            </ButtonLink>
          )}
          <ButtonLink kind={mayBeSignedOut ? 'quiet' : undefined} to="/">
            {words.errors.home}
          </ButtonLink>
        </div>
      </div>
    </WorkFrame>
  );
}

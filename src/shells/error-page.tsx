import { isRouteErrorResponse, useRouteError } from 'react-router';
import { ButtonLink } from '#ui/actions/button.tsx';
import { useFrame } from '#ui/base/frame.tsx';
import { Trouble } from '#ui/messages/trouble.tsx';
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
  const { missing, signIn, busy, refused, bug, tooLarge, tooMany, conflict } = useWords().shell.errors;
  const without: Readonly<Record<number, Told>> = { 409: conflict, 413: tooLarge, 429: tooMany };
  if (!isRouteErrorResponse(error)) return { ...bug, status: 500 };
  const { status } = error;
  if (status === 404 || status === 403) return { ...missing, status: 404 };
  if (status === 401) return { ...signIn, status };
  if (status === 500) return { ...bug, status };
  return { ...(toldBy(error.data) ?? without[status] ?? (status > 500 ? busy : refused)), status };
}

/** What a reader sees instead of a page: what happened, and what to do now. */
export function ErrorPage() {
  const words = useWords().shell;
  const { reference, path } = useFrame();
  const { title, text, status } = useTold();
  // What is over, as a link that was used, begins anew there.
  const isOver = status === 410;
  const toSignIn = status === 401 || status === 404 || isOver;
  return (
    <WorkFrame title={[title]} items={[]}>
      <Trouble title={title} text={text} reference={status === 500 && reference ? words.errors.bug.reference(reference) : undefined}>
        {toSignIn && (
          <ButtonLink kind={status === 404 ? undefined : 'main'} to={isOver ? '/sign-in' : `/sign-in?to=${encodeURIComponent(path)}`}>
            {words.signIn}
          </ButtonLink>
        )}
        <ButtonLink kind={toSignIn ? 'quiet' : undefined} to="/">
          {words.errors.home}
        </ButtonLink>
      </Trouble>
    </WorkFrame>
  );
}

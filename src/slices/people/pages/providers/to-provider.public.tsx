import { redirect, useLoaderData } from 'react-router';
import { Problem } from '#core/problems/problem.ts';
import { load } from '#http/context.ts';
import { AccountPage } from '#shells/account.tsx';
import { useWords } from '#shells/words.tsx';
import { browserOf, departure } from '#slices/people/index.ts';
import { ButtonLink } from '#ui/actions/button.tsx';
import { PageHead, Stack } from '#ui/frames/frames.tsx';

export const handle = { js: false };

/** Whoever has set off nowhere begins at the beginning. */
export const loader = load(async (ctx, { params, request }) => {
  return departure(ctx, params.state ?? '', browserOf(request)).catch((error: unknown) => {
    throw error instanceof Problem && error.code === 'people.visit-over' ? redirect('/sign-in') : error;
  });
});

/** A page of its own, because a form may send nobody to another site: browsers follow what the form's page allows, and that is only us. */
export default function ToProvider() {
  const { provider, address } = useLoaderData<typeof loader>();
  const words = useWords().providers.leave;
  return (
    <AccountPage title={[words.title(provider)]}>
      <meta httpEquiv="refresh" content={`0;url=${address}`} />
      <Stack space="wide">
        <PageHead title={words.title(provider)} text={words.text} />
        <p>
          <ButtonLink kind="main" to={address}>
            {words.go(provider)}
          </ButtonLink>
        </p>
      </Stack>
    </AccountPage>
  );
}

import { redirect, useActionData, useLoaderData } from 'react-router';
import { problem } from '#core/problems/problem.ts';
import { load, type PageArgs } from '#http/context.ts';
import { act, post, type Refused, refusalOf, textOf } from '#http/form.ts';
import { handedWith } from '#http/visitor/handed.ts';
import { AccountPage } from '#shells/account.tsx';
import { useWords } from '#shells/words.tsx';
import {
  afterFirstStep,
  arrived,
  arriveFromProvider,
  browserOf,
  providersForVisitor,
  type Return,
  returnForBrowser,
  sessionOf,
} from '#slices/people/index.ts';
import { Link } from '#ui/actions/link.tsx';
import { SelfPressing } from '#ui/actions/self-pressing.tsx';
import { Form } from '#ui/forms/form.tsx';

import { PageHead, Stack } from '#ui/frames/frames.tsx';

type Handed = Pick<Return, 'form' | 'relay'>;

function cameWith({ params, url }: Pick<PageArgs, 'params' | 'url'>, { form, relay }: Handed): Return {
  return { provider: params.provider ?? '', search: url.searchParams, form, relay };
}

/**
 * Nothing is done here yet: whoever sends somebody to this address gets a page. What another site handed over in a form came without our
 * cookies, so whose it is can be asked only when our own form sends it.
 */
export const loader = load(async (ctx, args) => {
  const given = handedWith(args.request);
  const handed = { form: given.get('SAMLResponse') ?? '', relay: given.get('RelayState') ?? '' };
  if (handed.form === '' && !args.url.searchParams.has('state') && args.request.method === 'GET') throw redirect('/sign-in');
  const name = providersForVisitor().find(({ id }) => id === args.params.provider)?.name;
  if (name === undefined) throw problem('general.not-found');
  const posted = args.request.method === 'POST';
  if (posted || handed.form !== '') return { provider: name, ...handed };
  await returnForBrowser(ctx, cameWith(args, handed), browserOf(args.request));
  if (args.url.searchParams.has('error')) throw problem('people.provider-refused', { provider: name });
  return { provider: name, ...handed };
});

export const action = act({
  arrive: post(arriveFromProvider, {
    input: (args) => ({
      came: cameWith(args, { form: textOf(args.form, '_answer'), relay: textOf(args.form, '_relay') }),
      browser: browserOf(args.request),
      session: sessionOf(args.key),
    }),
    done: (result) => afterFirstStep(result, result.onward),
    headers: (result, args) => (result.person === null ? {} : arrived(result, args)),
  }),
});

export default function FromProvider() {
  const { provider, form, relay } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const words = useWords().providers.back;
  return (
    <AccountPage title={[words.title]}>
      <Stack space="wide">
        <PageHead title={words.title} text={words.text(provider)} />
        <Form act="arrive" refusal={refusalOf(refused, 'arrive')}>
          <input type="hidden" name="_answer" value={form} />
          <input type="hidden" name="_relay" value={relay} />
          {refused ? (
            <p>
              <Link kind="go" to="/sign-in">
                {words.again}
              </Link>
            </p>
          ) : (
            <SelfPressing>{words.go}</SelfPressing>
          )}
        </Form>
      </Stack>
    </AccountPage>
  );
}

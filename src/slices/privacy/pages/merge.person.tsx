import { useActionData, useLoaderData } from 'react-router';
import { problem } from '#core/problems/problem.ts';
import { load } from '#http/context.ts';
import { act, post, type Refused, refusalOf, textOf } from '#http/form.ts';
import { AccountPage } from '#shells/account.tsx';
import { useWords } from '#shells/words.tsx';
import { mergeAccounts, mergePreview, proofWanted } from '#slices/people/index.ts';
import { Blocks, Lines } from '#slices/privacy/parts/lines.tsx';
import { Button, ButtonLink } from '#ui/actions/button.tsx';
import { Form } from '#ui/forms/form.tsx';
import { TextField } from '#ui/forms/text-field.tsx';
import { PageHead, Section, Stack } from '#ui/frames/frames.tsx';

export const handle = { js: false };

/** Looking at a link uses nothing up. */
export const loader = load(async (ctx, { params }) => ({
  ...(await mergePreview(ctx, params.token ?? '')),
  proof: await proofWanted(ctx),
}));

export const action = act({
  merge: post(mergeAccounts, {
    input: ({ params, form, values }) => ({ token: params.token ?? '', secret: textOf(form, 'password'), shown: values.shown ?? '' }),
    done: ({ merged, waitMinutes }) => {
      if (waitMinutes > 0) throw problem('people.too-many-attempts', { minutes: waitMinutes });
      if (!merged) throw problem('people.factor-wrong');
      return '/account/privacy?saved=merged';
    },
  }),
});

export default function Merge() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const { merge: words, erase } = useWords().privacy;
  const { from, into, moves, blocks, code, shown, proof } = view;
  const back = (
    <ButtonLink kind="quiet" to="/account/privacy">
      {words.not}
    </ButtonLink>
  );
  return (
    <AccountPage title={[words.pageTitle]}>
      <Stack space="wide">
        <PageHead title={words.pageTitle} text={words.pageLead(from, into)} />
        {blocks.length > 0 ? (
          <>
            <Section title={erase.blocked} first>
              <Blocks blocks={blocks} />
            </Section>
            <p>{back}</p>
          </>
        ) : (
          <Form act="merge" proof={proof} refusal={refusalOf(refused, 'merge')} names={{ password: words.code }}>
            <Section title={words.moves} first>
              {moves.length === 0 ? <p className="soft">{words.nothing}</p> : <Lines of={moves} />}
            </Section>
            <div className="stack soft measure">
              <p>{words.effect(from)}</p>
              <p>{words.factors}</p>
              <p>{words.history}</p>
            </div>
            {code && <TextField name="password" label={words.code} hint={words.codeHint} autoComplete="one-time-code" />}
            <input type="hidden" name="shown" value={shown} />
            <p className="strong">{words.forGood}</p>
            <div className="row">
              <Button kind="danger">{words.go}</Button>
              {back}
            </div>
          </Form>
        )}
      </Stack>
    </AccountPage>
  );
}

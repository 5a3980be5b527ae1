import { useActionData, useLoaderData } from 'react-router';
import { problem } from '#core/problems/problem.ts';
import { load } from '#http/context.ts';
import { act, post, type Refused, refusalOf } from '#http/form.ts';
import { AccountPage } from '#shells/account.tsx';
import { useWords } from '#shells/words.tsx';
import { acceptWriterInvitation } from '#slices/entries/index.ts';
import { writerInvitation } from '#slices/entries/writers/views.ts';
import { sessionOf, signedIn } from '#slices/people/index.ts';
import { Button, ButtonLink } from '#ui/actions/button.tsx';
import { Form } from '#ui/forms/form.tsx';
import { TextField } from '#ui/forms/text-field.tsx';
import { PageHead, Stack } from '#ui/frames/frames.tsx';
import { Notice } from '#ui/messages/notice.tsx';

export const handle = { js: false };

/** Looking at an invitation uses nothing up: mail scanners follow links, people press buttons. */
export const loader = load(async (ctx, { params }) => {
  const invitation = await writerInvitation(ctx, params.token ?? '');
  if (!invitation) throw problem('people.invitation-used-or-expired');
  return invitation;
});

export const action = act({
  accept: post(acceptWriterInvitation, {
    input: ({ params, values, key }) => ({
      token: params.token ?? '',
      session: sessionOf(key),
      ...(values.name !== undefined && { name: values.name }),
    }),
    done: ({ entry }) => `/entries/${entry}`,
    // Whoever is signed in already goes on with the session they have.
    headers: (_result, { key, visitor }) => (visitor.person ? {} : signedIn(key)),
  }),
});

export default function WriterInvitation() {
  const { programme, title, rights, email, name, invitedBy, known, forAnother } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const { manage, entries, writers } = useWords();
  const { invitation: account } = manage;
  const own = rights === 'owner';
  const words = writers.invitation;
  return (
    <AccountPage title={[words.title, programme]}>
      <Stack space="wide">
        <PageHead
          title={title || entries.untitled}
          over={words.title}
          text={own ? writers.takeOver.lead(invitedBy, title, programme) : words.lead(invitedBy, title, programme, rights)}
        />
        {forAnother ? (
          <Notice kind="warn" lead={account.another}>
            <p>{account.anotherText(email)}</p>
            <ButtonLink size="small" to="/account">
              {account.account}
            </ButtonLink>
          </Notice>
        ) : (
          <Form act="accept" refusal={refusalOf(refused, 'accept')} names={{ name: account.name }}>
            {own && <p>{writers.takeOver.counts}</p>}
            <p className="soft">{known ? account.known(email) : account.unknown(email)}</p>
            {!known && <TextField name="name" label={account.name} hint={account.nameHint} value={name} autoComplete="name" />}
            <Button kind="main">{own ? writers.takeOver.accept : words.accept}</Button>
          </Form>
        )}
      </Stack>
    </AccountPage>
  );
}

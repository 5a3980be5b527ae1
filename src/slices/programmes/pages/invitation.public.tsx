import { useActionData, useLoaderData } from 'react-router';
import { problem } from '#core/problems/problem.ts';
import { load } from '#http/context.ts';
import { act, post, type Refused, refusalOf } from '#http/form.ts';
import { AccountPage } from '#shells/account.tsx';
import { useWords } from '#shells/words.tsx';
import { sessionOf, signedIn } from '#slices/people/index.ts';
import { acceptInvitation, invitationForVisitor } from '#slices/programmes/index.ts';
import { Button, ButtonLink } from '#ui/actions/button.tsx';
import { Form } from '#ui/forms/form.tsx';
import { TextField } from '#ui/forms/text-field.tsx';
import { PageHead, Stack } from '#ui/frames/frames.tsx';
import { Notice } from '#ui/messages/notice.tsx';

export const handle = { js: false };

/** Looking at an invitation uses nothing up: mail scanners follow links, people press buttons. */
export const loader = load(async (ctx, { params }) => {
  const invitation = await invitationForVisitor(ctx, params.token ?? '');
  if (!invitation) throw problem('people.invitation-used-or-expired');
  return invitation;
});

export const action = act({
  accept: post(acceptInvitation, {
    input: ({ params, values, key }) => ({
      token: params.token ?? '',
      session: sessionOf(key),
      ...(values.name !== undefined && { name: values.name }),
    }),
    done: ({ role }) => (role === 'judge' ? '/judge' : '/manage'),
    // Whoever is signed in already goes on with the session they have.
    headers: (_result, { key, visitor }) => (visitor.person ? {} : signedIn(key)),
  }),
});

export default function Invitation() {
  const { programme, role, chapter, email, name, invitedBy, known, forAnother } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const words = useWords();
  const { invitation } = words.manage;
  return (
    <AccountPage title={[invitation.title, programme]}>
      <Stack space="wide">
        <PageHead
          title={programme}
          over={invitation.title}
          text={invitation.lead(invitedBy, programme, words.programmes.roleIn(role, chapter))}
        />
        <p className="read">{invitation.what[role]}</p>
        {forAnother ? (
          <Notice kind="warn" lead={invitation.another}>
            <p>{invitation.anotherText(email)}</p>
            <ButtonLink size="small" to="/account">
              {invitation.account}
            </ButtonLink>
          </Notice>
        ) : (
          <Form act="accept" refusal={refusalOf(refused, 'accept')} names={{ name: invitation.name }}>
            <p className="soft">{known ? invitation.known(email) : invitation.unknown(email)}</p>
            {!known && <TextField name="name" label={invitation.name} hint={invitation.nameHint} value={name} autoComplete="name" />}
            <Button kind="main">{invitation.accept}</Button>
          </Form>
        )}
      </Stack>
    </AccountPage>
  );
}

import { useActionData, useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { act, post, type Refused, refusalOf } from '#http/form.ts';
import { useWords } from '#shells/words.tsx';
import { changeSender } from '#slices/messages/index.ts';
import { MailPage } from '#slices/messages/parts/frame.tsx';
import { senderPage } from '#slices/messages/senders/views.ts';
import { editionForManager } from '#slices/programmes/index.ts';
import { Button } from '#ui/actions/button.tsx';
import { Facts } from '#ui/data/facts.tsx';
import { Form } from '#ui/forms/form.tsx';
import { TextField } from '#ui/forms/text-field.tsx';
import { Notice } from '#ui/messages/notice.tsx';

export const handle = { js: false };

export const loader = load(async (ctx, { params, url }) => ({
  ...(await senderPage(ctx, params.programme ?? '', params.edition ?? '')),
  saved: url.searchParams.has('saved'),
}));

export const action = act({
  sender: post(changeSender, {
    input: async ({ visitor, params, values: { version = '', name = '', address = '', replyTo = '' } }) => {
      const { edition } = await editionForManager(visitor.ctx, params.programme ?? '', params.edition ?? '');
      return { programme: edition.programme, version, name, address, replyTo };
    },
    done: (_result, { params }) => `/manage/${params.programme}/${params.edition}/mail/sender?saved`,
  }),
});

export default function MailSender() {
  const { edition, sender, standing, domains, punycode, mayChange, saved } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const { mailing } = useWords();
  const words = mailing.sender;
  const names = { name: words.name, address: words.address, replyTo: words.replyTo };
  const facts = [
    { name: words.name, value: sender.name || standing.name },
    { name: words.address, value: sender.address || standing.address },
    { name: words.replyTo, value: sender.replyTo || sender.address || standing.address },
  ];
  return (
    <MailPage
      edition={edition}
      part="sender"
      title={words.title}
      text={words.lead(edition.programmeName)}
      said={saved && !refused ? words.saved : undefined}
    >
      {punycode && <Notice kind="warn">{words.punycode(punycode)}</Notice>}
      {mayChange ? (
        <Form act="sender" refusal={refusalOf(refused, 'sender')} names={names}>
          <TextField name="name" label={words.name} hint={words.nameHint} value={sender.name || standing.name} />
          <TextField
            name="address"
            label={words.address}
            hint={words.addressHint(domains.join(', '), standing.address)}
            optional={words.optional}
            value={sender.address}
            inputMode="email"
          />
          <TextField
            name="replyTo"
            label={words.replyTo}
            hint={words.replyToHint}
            optional={words.optional}
            value={sender.replyTo}
            inputMode="email"
          />
          <Button kind="main">{words.save}</Button>
          <input type="hidden" name="version" value={sender.version} />
        </Form>
      ) : (
        <Facts of={facts} />
      )}
    </MailPage>
  );
}

import { useActionData, useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { act, post, type Refused, refusalOf } from '#http/form.ts';
import { OrganiserPage } from '#shells/organiser.tsx';
import { useWords } from '#shells/words.tsx';
import { discardHeld, type MailView, mailboxForAdministrator, releaseHeld } from '#slices/messages/index.ts';
import { Letter } from '#slices/messages/parts/letter.tsx';
import { Button } from '#ui/actions/button.tsx';
import { Fold } from '#ui/data/fold.tsx';
import { Form } from '#ui/forms/form.tsx';
import { PageHead } from '#ui/frames/frames.tsx';
import { Empty } from '#ui/messages/empty.tsx';
import { Notice } from '#ui/messages/notice.tsx';

export const handle = { js: false };

export const loader = load((ctx) => mailboxForAdministrator(ctx));

const counted = ({ values }: { values: Readonly<Record<string, string>> }) => ({ count: values.count ?? '' });

export const action = act({
  release: post(releaseHeld, { input: counted, done: () => '/manage/mailbox' }),
  discard: post(discardHeld, { input: counted, done: () => '/manage/mailbox' }),
});

/** What is to be decided after a restore, before anything else on the page. */
function Held({ count }: { count: number }) {
  const words = useWords().messages.held;
  const refused = useActionData<Refused>();
  const decision = (name: 'release' | 'discard', text: string) => (
    <Form act={name} refusal={refusalOf(refused, name)}>
      <input type="hidden" name="count" value={count} />
      <Button kind={name === 'release' ? 'main' : 'quiet'}>{text}</Button>
    </Form>
  );
  return (
    <div className="stack">
      <Notice kind="warn" lead={words.lead(count)}>
        {words.why}
      </Notice>
      <div className="row">
        {decision('release', words.release(count))}
        {decision('discard', words.discard(count))}
      </div>
    </div>
  );
}

function Mail({ mail }: { mail: MailView }) {
  const { messages: words, dates } = useWords();
  const note = (
    <>
      {words.whose(mail.to, words.states[mail.state] ?? mail.state)} · <time dateTime={mail.at}>{dates.full(mail.at)}</time>
    </>
  );
  return (
    <Fold summary={mail.subject} note={note}>
      {mail.error && <p className="err">{mail.error}</p>}
      {mail.text === null ? <p className="soft">{words.hidden}</p> : <Letter text={mail.text} />}
    </Fold>
  );
}

export default function Mailbox() {
  const { mails, held } = useLoaderData<typeof loader>();
  const { messages, system } = useWords();
  return (
    <OrganiserPage title={[messages.title]} items={system.nav.map((item) => ({ ...item, current: item.to === '/manage/mailbox' }))}>
      <PageHead title={messages.title} text={messages.lead} />
      {held > 0 && <Held count={held} />}
      {mails.length === 0 ? (
        <Empty title={messages.none}>{messages.noneDetail}</Empty>
      ) : (
        mails.map((mail) => <Mail key={mail.id} mail={mail} />)
      )}
    </OrganiserPage>
  );
}

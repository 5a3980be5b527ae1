import { useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { OrganiserPage } from '#shells/organiser.tsx';
import { useWords } from '#shells/words.tsx';
import { type MailView, mailboxForAdministrator } from '#slices/messages/index.ts';
import { Fold } from '#ui/data/fold.tsx';
import { PageHead } from '#ui/frames/frames.tsx';
import { Empty } from '#ui/messages/empty.tsx';

export const handle = { js: false };

export const loader = load((ctx) => mailboxForAdministrator(ctx));

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
      {mail.text === null ? <p className="soft">{words.hidden}</p> : <p className="read pre">{mail.text}</p>}
    </Fold>
  );
}

export default function Mailbox() {
  const mails = useLoaderData<typeof loader>();
  const { messages, system } = useWords();
  return (
    <OrganiserPage title={[messages.title]} items={system.nav.map((item) => ({ ...item, current: item.to === '/manage/mailbox' }))}>
      <PageHead title={messages.title} text={messages.lead} />
      {mails.length === 0 ? (
        <Empty title={messages.none}>{messages.noneDetail}</Empty>
      ) : (
        mails.map((mail) => <Mail key={mail.id} mail={mail} />)
      )}
    </OrganiserPage>
  );
}

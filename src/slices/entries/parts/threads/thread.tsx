/** What was said about an entry, message by message, and the form for the next one. */
import { threadLimits } from '#core/entries/asking/threads.ts';
import { useVisitor } from '#shells/visitor.tsx';
import { useWords } from '#shells/words.tsx';
import type { Message } from '#slices/entries/threads/views.ts';
import { Button } from '#ui/actions/button.tsx';
import { Link } from '#ui/actions/link.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { countCharacters } from '#ui/forms/limit.ts';
import { TextArea } from '#ui/forms/text-field.tsx';
import { Prose } from '#ui/frames/editorial.tsx';
import { Section } from '#ui/frames/frames.tsx';
import { Comment } from '#ui/messages/people.tsx';
import { YourTime } from '#ui/messages/your-time.tsx';

function OneMessage({ message: { side, name, mine, text, at } }: { message: Message }) {
  const { threads: words, dates, entries } = useWords();
  // Whose zone we know is told in it already.
  const { zone } = useVisitor();
  const role = side === 'entrant' ? words.ofEntrant : words.ofOrganiser;
  const when = (
    <>
      {mine ? `${role}, ${words.you}` : role} · <time dateTime={dates.machine(at)}>{dates.full(at)}</time>
      {zone === undefined && <YourTime instant={at} say={entries.form.yourTime} />}
    </>
  );
  return (
    <Comment name={name} when={when}>
      {text === '' ? <p className="soft">{words.gone}</p> : <Prose text={text} />}
    </Comment>
  );
}

type LogProps = {
  readonly messages: readonly Message[];
  readonly earlier: number | undefined;
  readonly path: string;
  readonly page: boolean;
};

export function ThreadLog({ messages, earlier, path, page }: LogProps) {
  const words = useWords().threads;
  return (
    <Section title={words.log} first>
      {earlier !== undefined && (
        <p>
          <Link to={`${path}?before=${earlier}`}>{words.earlier}</Link>
        </p>
      )}
      <ol className="stack-5">
        {messages.map((message) => (
          <li key={message.number} id={`message-${message.number}`}>
            <OneMessage message={message} />
          </li>
        ))}
      </ol>
      {page && (
        <p>
          <Link to={path}>{words.latest}</Link>
        </p>
      )}
    </Section>
  );
}

type WriteProps = { readonly seen: number; readonly hint: string; readonly refusal: Refusal | undefined };

/** `seen` says how far whoever writes has read: an answer answers no more. */
export function WriteMessage({ seen, hint, refusal }: WriteProps) {
  const { threads: words, entries } = useWords();
  return (
    <Form act="write" refusal={refusal} names={{ text: words.message }}>
      <TextArea
        name="text"
        label={words.message}
        hint={hint}
        rows={6}
        limit={{ max: threadLimits.text, count: countCharacters, say: entries.form.ofCharacters }}
      />
      <input type="hidden" name="seen" value={seen} />
      <p className="soft t-sm">{words.kept}</p>
      <Button kind="main">{words.send}</Button>
    </Form>
  );
}

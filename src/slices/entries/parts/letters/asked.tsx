/** Whom an entrant asked for letters, what became of it, and the form that asks somebody else. */
import { letterLimits } from '#core/entries/asking/letters.ts';
import { useWords } from '#shells/words.tsx';
import type { AskedLetter } from '#slices/entries/letters/views.ts';
import { Button } from '#ui/actions/button.tsx';
import { Radios } from '#ui/forms/choice.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { countCharacters } from '#ui/forms/limit.ts';
import { TextArea, TextField } from '#ui/forms/text-field.tsx';
import { Prose } from '#ui/frames/editorial.tsx';
import { Row, Section } from '#ui/frames/frames.tsx';
import { Empty } from '#ui/messages/empty.tsx';
import { Tag } from '#ui/messages/tag.tsx';

type Refusals = Readonly<Record<'remind' | 'withdraw', Refusal | undefined>>;

const tags = { waiting: 'warn', arrived: 'ok', declined: 'bad', withdrawn: 'plain' } as const;

function Became({ letter }: { letter: AskedLetter }) {
  const words = useWords().letters;
  const { state, answer, confidential, name } = letter;
  if (state === 'arrived' && confidential) return <p className="soft t-sm">{words.keptFromYou}</p>;
  if (state === 'arrived' && answer === '') return <p className="soft t-sm">{words.erased}</p>;
  if (state === 'arrived')
    return (
      <details className="details">
        <summary>
          {words.read} <span className="vh">{words.readMore(name)}</span>
        </summary>
        <Prose text={answer} />
      </details>
    );
  if (state !== 'declined' || answer === '') return null;
  return (
    <>
      <p className="soft t-sm">{words.saidThat}</p>
      <Prose text={answer} />
    </>
  );
}

function Acts({ letter, refusals }: { letter: AskedLetter; refusals: Refusals }) {
  const words = useWords().letters;
  const of = (refusal: Refusal | undefined) => (refusal?.values.request === letter.id ? refusal : undefined);
  if (!letter.mayWithdraw) return null;
  return (
    <>
      <Row>
        {letter.mayRemind && (
          <Form act="remind" id={`remind-${letter.id}`} refusal={of(refusals.remind)}>
            <input type="hidden" name="request" value={letter.id} />
            <Button size="small" more={words.remindMore(letter.name)}>
              {words.remind}
            </Button>
          </Form>
        )}
        <Form act="withdraw" id={`withdraw-${letter.id}`} refusal={of(refusals.withdraw)}>
          <input type="hidden" name="request" value={letter.id} />
          <Button size="small" kind="quiet" more={words.withdrawMore(letter.name)}>
            {words.withdraw}
          </Button>
        </Form>
      </Row>
      {letter.inTime && !letter.mayRemind && <p className="faint t-sm">{words.tomorrow}</p>}
    </>
  );
}

function OneLetter({ letter, refusals }: { letter: AskedLetter; refusals: Refusals }) {
  const { letters: words, dates } = useWords();
  const { name, email, relation, state, confidential, askedAt, remindedAt, writtenAt } = letter;
  const happened = [
    words.askedOn(dates.dayInYears(askedAt)),
    remindedAt && words.remindedOn(dates.dayInYears(remindedAt)),
    writtenAt && words.arrivedOn(dates.full(writtenAt)),
  ];
  return (
    <li className="stack-2">
      <h3 className="h3">
        <bdi>{name || words.gone}</bdi> <Tag kind={tags[state]}>{words.states[state]}</Tag>
      </h3>
      <p className="t-sm">
        {relation !== '' && <bdi className="block">{relation}</bdi>}
        <span className="faint">
          {email !== '' && <bdi>{email}</bdi>} {confidential ? words.kinds.confidential : words.kinds.open}
        </span>
      </p>
      <p className="soft t-sm num">{happened.filter(Boolean).join(', ')}</p>
      <Became letter={letter} />
      <Acts letter={letter} refusals={refusals} />
    </li>
  );
}

export function AskedLetters({ letters, refusals }: { letters: readonly AskedLetter[]; refusals: Refusals }) {
  const words = useWords().letters;
  if (letters.length === 0) return <Empty title={words.none}>{words.noneText}</Empty>;
  return (
    <Section title={words.asked} first>
      <ul className="plain-list stack-5">
        {letters.map((letter) => (
          <OneLetter key={letter.id} letter={letter} refusals={refusals} />
        ))}
      </ul>
    </Section>
  );
}

export function AskForLetter({ refusal }: { refusal: Refusal | undefined }) {
  const { letters: words, entries } = useWords();
  const options = (['confidential', 'open'] as const).map((value) => ({ value, label: words.kinds[value], hint: words.kindHints[value] }));
  const names = { name: words.name, email: words.email, relation: words.relation, message: words.message, kind: words.kind };
  return (
    <Section title={words.ask} first>
      <Form act="ask" refusal={refusal} names={names}>
        <p className="soft t-sm">{words.askLead}</p>
        <TextField name="name" label={words.name} />
        <TextField name="email" type="email" label={words.email} />
        <TextField name="relation" label={words.relation} hint={words.relationHint} />
        <TextArea
          name="message"
          label={words.message}
          hint={words.messageHint}
          rows={4}
          optional={words.optional}
          limit={{ max: letterLimits.words, count: countCharacters, say: entries.form.ofCharacters }}
        />
        <Radios name="kind" label={words.kind} options={options} value="confidential" />
        <p className="soft t-sm">{words.kindChosen}</p>
        <Button kind="main">{words.send}</Button>
      </Form>
    </Section>
  );
}

import type { ReactNode } from 'react';
import type { Answers } from '#core/forms/answer-shapes.ts';
import type { Measured } from '#core/forms/claims/claim.ts';
import { claimNotes, intervalOf } from '#core/forms/claims/intervals.ts';
import { unitOf } from '#core/forms/claims/metrics.ts';
import { inMajorUnits } from '#core/forms/currencies.ts';
import type { Field, FieldOf } from '#core/forms/fields.ts';
import { type Answered, type Read, readForm, understood } from '#core/forms/reading.ts';
import type { Form } from '#core/forms/shape.ts';
import { inLanguage, type LocalText } from '#core/languages/local-text.ts';
import { Facts } from '#ui/data/facts.tsx';
import { Prose } from '#ui/frames/editorial.tsx';
import { useWords } from '../words.tsx';
import type { Say } from './asked.ts';
import { WebAddress } from './web-address.tsx';
import './form-asked.css';

export type FormAnsweredProps = {
  /** With the fields its reader may read, and the answers to them: who may read what is decided before. */
  readonly form: Form;
  readonly answers: Answers;
  readonly language: string;
  readonly fallback: string;
  /** Draws a file of an answer by its id; by default its name. */
  readonly file?: ((id: string, name: string) => ReactNode) | undefined;
};

type Draw = { readonly say: Say; readonly file: FormAnsweredProps['file'] };

function Chosen({ of, say }: { of: Answered & { kind: 'choice' }; say: Say }) {
  const names = of.answer.options.map((key) => {
    const option = of.field.options.find((one) => one.key === key);
    return option === undefined ? key : say(option.label);
  });
  const all = of.answer.other === undefined ? names : [...names, of.answer.other];
  if (all.length === 1) return <p>{all[0]}</p>;
  return (
    <ul>
      {all.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
  );
}

/** One figure with what it was measured on, when, and how sure that makes it. */
function useFigure(claim: Measured, metric: Parameters<typeof intervalOf>[0], definition: string | undefined): string {
  const { asking, claim: words } = useWords().forms;
  const told = asking.claim;
  const used = claim.definition ?? definition;
  const unit = metric === undefined || used === undefined ? undefined : unitOf(metric, used)?.unit;
  const interval = intervalOf(metric, used, claim);
  const round = (value: number) => (Math.round(value * 10) / 10).toFixed(1);
  return [
    claim.value === undefined ? undefined : told.figure(String(claim.value), unit ?? ''),
    claim.from === undefined || claim.to === undefined ? undefined : told.period(claim.from, claim.to),
    interval === undefined || claim.n === undefined
      ? claim.n === undefined
        ? undefined
        : told.n_(claim.n)
      : words.interval(round(interval.low), round(interval.high), claim.n),
    interval?.assumed ? words.assumed : undefined,
  ]
    .filter((part) => part !== undefined)
    .join(' · ');
}

function ClaimAnswered({ of, file }: { of: Answered & { kind: 'metric' }; file: FormAnsweredProps['file'] }) {
  const { asking, claim: words } = useWords().forms;
  const { metric, definition, statistic, before, source } = of.answer;
  const now = useFigure(of.answer, metric, definition);
  const was = useFigure(before ?? {}, metric, definition);
  const told = metric === undefined ? '' : words.metric(metric);
  const by = metric === undefined || definition === undefined ? '' : words.definition(metric, definition);
  return (
    <div className="stack-2">
      <Facts
        of={[
          { name: asking.claim.measure, value: [told, by, statistic && words.statistic(statistic)].filter(Boolean).join(' – ') },
          ...(before === undefined ? [] : [{ name: asking.claim.before, value: was }]),
          { name: asking.claim.now, value: now },
          ...(source === undefined || file === undefined ? [] : [{ name: asking.claim.source, value: file(source, source) }]),
        ]}
      />
      {claimNotes(of.answer).map((note) => (
        <p key={note} className="hint">
          {words.notes[note]}
        </p>
      ))}
    </div>
  );
}

function FilesAnswered({ of, file }: { of: readonly { readonly file: string; readonly name: string }[]; file: FormAnsweredProps['file'] }) {
  return <ul className="files">{of.map((one) => (file ? file(one.file, one.name) : <li key={one.file}>{one.name}</li>))}</ul>;
}

const numberWith = (field: FieldOf<'number'>, value: number, say: Say): string =>
  field.unit === undefined ? String(value) : `${value} ${say(field.unit)}`;

function Answer({ of, say, file }: Draw & { of: Answered }) {
  const { asking } = useWords().forms;
  switch (of.kind) {
    case 'long-text':
      return <Prose text={of.answer} />;
    case 'short-text':
    case 'date':
      return <p>{of.answer}</p>;
    case 'number':
      return <p className="num">{numberWith(of.field, of.answer, say)}</p>;
    case 'money':
      return <p className="num">{`${of.answer.currency} ${inMajorUnits(of.answer.minor, of.answer.currency)}`}</p>;
    case 'choice':
      return <Chosen of={of} say={say} />;
    case 'video':
      return <FilesAnswered of={[of.answer]} file={file} />;
    case 'files':
      return <FilesAnswered of={of.answer} file={file} />;
    case 'web-addresses':
      return (
        <ul>
          {of.answer.map((address) => (
            <li key={address}>
              <WebAddress of={address} />
            </li>
          ))}
        </ul>
      );
    case 'reference':
      return <p>{of.answer.email === undefined ? of.answer.name : `${of.answer.name}, ${of.answer.email}`}</p>;
    case 'consent':
      return <p>{asking.agreed}</p>;
    case 'metric':
      return <ClaimAnswered of={of} file={file} />;
  }
}

/** One answer by itself. */
export function FieldAnswered({ field, raw, language, fallback }: { field: Field; raw: unknown; language: string; fallback: string }) {
  const { answered, malformed } = understood(field, raw);
  if (malformed) return <Prose text={textOfOther(raw)} />;
  return answered ? <Answer of={answered} say={(text) => inLanguage(text, language, fallback)} file={undefined} /> : null;
}

/** What an earlier form asked otherwise keeps its text for those who may read all of it. */
const textOfOther = (raw: unknown): string => (typeof raw === 'string' ? raw : JSON.stringify(raw));

function One({ read, raw, head: Head, say, file }: Draw & { read: Read; raw: unknown; head: 'h2' | 'h3' }) {
  const { asking } = useWords().forms;
  return (
    <section className="stack-2 answered">
      <Head className="h3">{say(read.field.label)}</Head>
      {read.answered !== undefined && <Answer of={read.answered} say={say} file={file} />}
      {read.malformed && (
        <>
          <p className="hint">{asking.earlier}</p>
          <Prose text={textOfOther(raw)} />
        </>
      )}
    </section>
  );
}

/** What was answered, by the form: only what was answered stands there. */
export function FormAnswered({ form, answers, language, fallback, file }: FormAnsweredProps) {
  const { asking } = useWords().forms;
  const say = (text: LocalText) => inLanguage(text, language, fallback);
  const given = readForm(form, answers).filter(({ answered, malformed }) => answered !== undefined || malformed);
  if (given.length === 0) return <p className="soft">{asking.nothingAnswered}</p>;
  const sections = form.sections.filter((section) => given.some((one) => one.section.key === section.key));
  return (
    <div className="stack-6 answers">
      {sections.map((section) => (
        <section key={section.key} className="stack-5">
          {sections.length > 1 && <h2 className="h2">{say(section.title)}</h2>}
          {given
            .filter((one) => one.section.key === section.key)
            .map((one) => (
              <One
                key={one.field.key}
                head={sections.length > 1 ? 'h3' : 'h2'}
                read={one}
                raw={answers[one.field.key]}
                say={say}
                file={file}
              />
            ))}
        </section>
      ))}
    </div>
  );
}

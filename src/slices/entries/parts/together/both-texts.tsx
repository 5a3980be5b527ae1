import type { ReactNode } from 'react';
import { fieldsOf } from '#core/forms/shape.ts';
import { FieldAnswered } from '#shells/forms/form-answered.tsx';
import { languageAsked } from '#shells/languages/carried.ts';
import { useWords } from '#shells/words.tsx';
import type { EntryPage } from '#slices/entries/entry-page.ts';
import { Button } from '#ui/actions/button.tsx';
import { useFrame } from '#ui/base/frame.tsx';
import { Radios } from '#ui/forms/choice.tsx';
import { Prose } from '#ui/frames/editorial.tsx';
import { Row } from '#ui/frames/frames.tsx';
import { Icon } from '#ui/icons/icon.tsx';
import { placeOf, useTogether } from './together.tsx';
import './both-texts.css';

/** A text that can be put beside another in one control; undefined for what is chosen, counted or measured. */
function textOf(entry: EntryPage, part: string): string | undefined {
  if (part === 'title' || part === 'nominee' || part === 'body') return entry[part];
  const key = part.slice('answers.'.length);
  const field = entry.form && fieldsOf(entry.form.form).find((one) => one.field.key === key)?.field;
  if (field?.kind !== 'short-text' && field?.kind !== 'long-text') return undefined;
  const answer = entry.form?.answers[key];
  return typeof answer === 'string' ? answer : '';
}

/** What is saved of one field, to be read. */
function Saved({ entry, part }: { entry: EntryPage; part: string }): ReactNode {
  const { entries, finder } = useWords();
  const language = languageAsked(useFrame());
  const words = entries.together;
  if (entry.form && part.startsWith('answers.')) {
    const field = fieldsOf(entry.form.form).find((one) => `answers.${one.field.key}` === part)?.field;
    const raw = field && entry.form.answers[field.key];
    if (field === undefined || raw === undefined) return <p className="soft">{words.nothing}</p>;
    return <FieldAnswered field={field} raw={raw} language={language} fallback={entry.form.language} />;
  }
  const { nomineeKind, nominator, chapter, chapters } = entry;
  const told: Readonly<Record<string, string | undefined>> = {
    title: entry.title,
    nominee: entry.nominee,
    nomineeKind: nomineeKind ? finder.nominee[nomineeKind] : undefined,
    nominator: nominator ? finder.nominator[nominator] : undefined,
    chapter: chapters.find(({ key }) => key === chapter)?.name,
  };
  if (part === 'body' && entry.body !== '') return <Prose text={entry.body} />;
  return told[part] ? <p>{told[part]}</p> : <p className="soft">{words.nothing}</p>;
}

function Choice({ part }: { part: string }) {
  const { live, entry, keepMine, takeTheirs, mix } = useTogether();
  const words = useWords().entries.together;
  const theirs = entry && textOf(entry, part);
  if (!live)
    return (
      <Radios
        name={`settle.${part}`}
        label={words.choose}
        value="mine"
        options={[
          { value: 'mine', label: words.keepBelow },
          { value: 'theirs', label: words.take },
        ]}
      />
    );
  return (
    <Row>
      <Button size="small" type="button" onClick={() => keepMine(part)}>
        {words.keep}
      </Button>
      <Button size="small" type="button" onClick={() => takeTheirs([part])}>
        {words.take}
      </Button>
      {theirs !== undefined && theirs !== '' && (
        <Button size="small" kind="quiet" type="button" onClick={() => mix(part, theirs)}>
          {words.mix}
        </Button>
      )}
    </Row>
  );
}

/** Stands above a field two wrote in: what is saved, and the choice. One's own text is in the field itself. */
export function BothTexts({ part }: { part: string }) {
  const { both, entry } = useTogether();
  const words = useWords().entries.together;
  const sentence = both.get(part);
  if (sentence === undefined || entry === undefined) return null;
  return (
    <section className="both stack-2" id={placeOf(part)} tabIndex={-1} aria-labelledby={`${placeOf(part)}-head`}>
      <p className="both__head" id={`${placeOf(part)}-head`}>
        <Icon is="alert" />
        <b className="strong">{words.two}</b>
      </p>
      <p className="t-sm soft">{sentence === '' ? words.movedOn : sentence}</p>
      <div className="both__saved">
        <Saved entry={entry} part={part} />
      </div>
      <p className="t-sm soft">{words.below}</p>
      <Choice part={part} />
    </section>
  );
}

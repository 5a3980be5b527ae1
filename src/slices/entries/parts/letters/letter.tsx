/** What a referee reads and writes behind their link. */
import { letterLimits } from '#core/entries/asking/letters.ts';
import { useWords } from '#shells/words.tsx';
import type { LetterPage } from '#slices/entries/letters/views.ts';
import { Button } from '#ui/actions/button.tsx';
import { Facts } from '#ui/data/facts.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { countCharacters } from '#ui/forms/limit.ts';
import { TextArea } from '#ui/forms/text-field.tsx';
import { Prose } from '#ui/frames/editorial.tsx';
import { Section, Stack } from '#ui/frames/frames.tsx';

export function WhatIsAsked({ view: { asked, entry, programme, until } }: { view: LetterPage }) {
  const { letters, dates } = useWords();
  const words = letters.page;
  return (
    <Stack>
      <Facts
        of={[
          ...(entry.nominee === '' ? [] : [{ name: words.nominee, value: <bdi>{entry.nominee}</bdi> }]),
          { name: words.programme, value: programme },
          { name: words.by, value: <bdi>{asked.by}</bdi> },
          { name: words.you, value: <bdi>{[asked.name, asked.relation].filter(Boolean).join(', ')}</bdi> },
          { name: words.until, value: dates.full(until) },
        ]}
      />
      {asked.message !== '' && (
        <Section title={words.says(asked.by)}>
          <Prose text={asked.message} />
        </Section>
      )}
    </Stack>
  );
}

export function WhoReads({ confidential }: { confidential: boolean }) {
  const words = useWords().letters.page;
  return (
    <Section title={words.privacy}>
      <div className="read">
        <p>{confidential ? words.readers.confidential : words.readers.open}</p>
        <p className="soft">{words.kept}</p>
      </div>
    </Section>
  );
}

/** What was kept stands in it; after a refusal, what was written then. */
export function WriteLetter({ view, refusal }: { view: LetterPage; refusal: Refusal | undefined }) {
  const { letters, entries } = useWords();
  const words = letters.page;
  const written = view.state === 'arrived';
  return (
    <Section title={words.letter}>
      <Form act="write" refusal={refusal} names={{ text: words.letter }}>
        <TextArea
          name="text"
          label={words.letter}
          hint={words.letterHint}
          rows={14}
          prose
          full
          value={written ? view.answer : ''}
          limit={{ max: letterLimits.letter, count: countCharacters, say: entries.form.ofCharacters }}
        />
        <input type="hidden" name="version" value={view.version} />
        <Button kind="main">{written ? words.change : words.save}</Button>
      </Form>
    </Section>
  );
}

export function Decline({ written, refusal }: { written: boolean; refusal: Refusal | undefined }) {
  const { letters } = useWords();
  const words = letters.page;
  return (
    <details className="details" open={refusal !== undefined}>
      <summary>{words.declineTitle}</summary>
      <Form act="decline" refusal={refusal} names={{ words: words.declineWords }}>
        <p className="soft t-sm">
          {words.declineText} {written && words.takeBack}
        </p>
        <TextArea name="words" label={words.declineWords} hint={words.declineWordsHint} rows={3} optional={letters.optional} />
        <Button kind={written ? 'danger' : undefined}>{words.decline}</Button>
      </Form>
    </details>
  );
}

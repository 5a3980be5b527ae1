import { useState } from 'react';
import { sinceIn, sinceText } from '#core/entries/together.ts';
import { inLanguage } from '#core/languages/local-text.ts';
import { languageAsked } from '#shells/languages/carried.ts';
import { useWords } from '#shells/words.tsx';
import type { EntryPage } from '#slices/entries/entry-page.ts';
import { Button } from '#ui/actions/button.tsx';
import { useFrame } from '#ui/base/frame.tsx';
import { Row } from '#ui/frames/frames.tsx';
import { Icon } from '#ui/icons/icon.tsx';
import { Notice } from '#ui/messages/notice.tsx';
import { VersionField } from '#ui/saving/version-field.tsx';
import { controlNames, type Named } from '../by-form/names.tsx';
import { placeOf, useTogether } from './together.tsx';

type Props = { readonly entry: EntryPage };

function useNames({ form }: Named): Record<string, string> {
  const language = languageAsked(useFrame());
  return form ? controlNames({ form }, (text) => inLanguage(text, language, form.language)) : {};
}

/** What every part of an entry is called. */
export function usePartNames(entry: Named): Record<string, string> {
  const { entries, finder } = useWords();
  const words = entries.form;
  const { nominee, nomineeKind, title, body, chapter } = words;
  const head = { nominee, nomineeKind, nominator: finder.asked.nominator, chapter: chapter.label, title, body };
  return { ...head, ...useNames(entry) };
}

/** What was put back from this browser, and the way to be rid of it. */
export function Recovered({ entry }: Props) {
  const { recovered, takeTheirs } = useTogether();
  const words = useWords().entries.together;
  const names = usePartNames(entry);
  if (recovered.length === 0) return null;
  return (
    <Notice kind="warn" lead={words.recovered} live>
      <p>{words.recoveredText(recovered.map((part) => names[part] ?? part))}</p>
      <Row>
        <Button size="small" type="button" onClick={() => takeTheirs(recovered)}>
          {words.throwAway}
        </Button>
      </Row>
    </Notice>
  );
}

/** What the form builds on: the version it was drawn at, and fields known otherwise. Scripts move it on. */
export function BuiltOn({ entry }: Props) {
  const { refusal, both } = useTogether();
  const [first] = useState(() => {
    const values = refusal?.values ?? {};
    const seen = Object.fromEntries([...both.keys()].map((part) => [part, entry.version]));
    return { version: Number(values.version) || entry.version, since: sinceText({ ...sinceIn(values.since ?? ''), ...seen }) };
  });
  return (
    <>
      <VersionField version={first.version} />
      <input type="hidden" name="since" defaultValue={first.since} />
      <input type="hidden" name="held" defaultValue="" />
    </>
  );
}

/** What is not saved because somebody has to choose, with the way to it. */
export function ChooseFirst({ both, entry }: Props & { both: ReadonlyMap<string, string> }) {
  const words = useWords().entries.together;
  const names = usePartNames(entry);
  const [first] = both.keys();
  return (
    <span role="status">
      {first !== undefined && (
        <span className="save save--not">
          <Icon is="alert" />
          <a href={`#${placeOf(first)}`}>{words.twoIn(names[first] ?? first, both.size)}</a>
        </span>
      )}
    </span>
  );
}

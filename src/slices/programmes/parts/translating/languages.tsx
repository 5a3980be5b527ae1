import { directionOf } from '#core/languages/local-text.ts';
import { inItself } from '#shells/languages/contents.tsx';
import { useWords } from '#shells/words.tsx';
import { Button, ButtonLink } from '#ui/actions/button.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { TextField } from '#ui/forms/text-field.tsx';
import { Row, Section, Stack } from '#ui/frames/frames.tsx';

type Props = {
  readonly main: string;
  readonly others: readonly string[];
  readonly version: number;
  readonly mayChange: boolean;
  readonly refusal: Refusal | undefined;
};

/** Which languages an edition speaks beside its first: one more, or one less. */
export function EditionLanguages({ main, others, version, mayChange, refusal }: Props) {
  const words = useWords().translating;
  if (!mayChange) return null;
  return (
    <Section title={words.manage}>
      <Stack>
        <p className="soft measure">{words.manageText(inItself(main))}</p>
        {others.map((language) => (
          <Form key={language} act="languages" id={`away-${language}`} stacked={false} className="row">
            <span lang={language} dir={directionOf(language)}>
              {inItself(language)}
            </span>
            <code>{language}</code>
            <Button size="small" kind="quiet" name="do" value="away" more={inItself(language)}>
              {words.away}
            </Button>
            <input type="hidden" name="language" value={language} />
            <input type="hidden" name="version" value={version} />
          </Form>
        ))}
        <Form act="languages" refusal={refusal} names={{ language: words.tag }} oneField>
          <TextField name="language" label={words.tag} hint={words.tagHint} short />
          <Button>{words.add}</Button>
          <input type="hidden" name="version" value={version} />
        </Form>
      </Stack>
    </Section>
  );
}

/** The texts as a table to send to whoever translates, and the way back. */
export function TranslationFiles({ here, language, mayChange }: { here: string; language: string; mayChange: boolean }) {
  const words = useWords().translating;
  const query = `?in=${language}`;
  return (
    <Section title={words.files}>
      <Stack>
        <p className="soft measure">{words.filesText(inItself(language))}</p>
        <Row>
          <ButtonLink to={`${here}.xlsx${query}`}>{words.xlsx}</ButtonLink>
          <ButtonLink to={`${here}.csv${query}`}>{words.csv}</ButtonLink>
          {mayChange && <ButtonLink to={`${here}/table${query}`}>{words.import}</ButtonLink>}
        </Row>
      </Stack>
    </Section>
  );
}

import { useWords } from '#shells/words.tsx';
import type { KeyView } from '#slices/integrations/index.ts';
import { Button } from '#ui/actions/button.tsx';
import { OwnList, OwnThing } from '#ui/data/own-list.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { Section, Stack } from '#ui/frames/frames.tsx';
import { Empty } from '#ui/messages/empty.tsx';
import './machine-text.css';

/** The key itself, in the minutes in which it can be copied. */
export function NewKey({ of, refusal }: { of: KeyView; refusal: Refusal | undefined }) {
  const words = useWords().apiKeys;
  return (
    <Section title={words.shown} aside={of.name} first>
      <Stack>
        <p className="soft measure">{words.shownText}</p>
        <p>
          <code className="secret">{of.secret}</code>
        </p>
        <Form act="keep" id={`keep-${of.id}`} refusal={refusal?.values.id === of.id ? refusal : undefined}>
          <input type="hidden" name="id" value={of.id} />
          <Button kind="main">{words.keep}</Button>
        </Form>
      </Stack>
    </Section>
  );
}

export function Keys({ keys, refusal }: { keys: readonly KeyView[]; refusal: Refusal | undefined }) {
  const { apiKeys: words, dates } = useWords();
  if (keys.length === 0) return <Empty title={words.none}>{words.noneText}</Empty>;
  return (
    <OwnList>
      {keys.map(({ id, name, prefix, scopes, programmes, until, used, over }) => {
        const when = over ? words.expired : used === null ? words.neverUsed : words.used(dates.short(used));
        const where = programmes === null ? words.every : programmes.join(', ');
        return (
          <OwnThing
            key={id}
            name={name}
            note={words.note(prefix, scopes.join(', '), where, dates.date(until.slice(0, 10)), when)}
            act={
              <Form act="revoke" id={`revoke-${id}`} refusal={refusal?.values.id === id ? refusal : undefined}>
                <input type="hidden" name="id" value={id} />
                <Button size="small" kind="danger" more={name}>
                  {words.revoke}
                </Button>
              </Form>
            }
          />
        );
      })}
    </OwnList>
  );
}

import { type Outcome, outcomes } from '#core/entries/items.ts';
import { DateField } from '#shells/dates/date-field.tsx';
import { useWords } from '#shells/words.tsx';
import type { ToldItem } from '#slices/entries/items/views.ts';
import { Button } from '#ui/actions/button.tsx';
import { Link } from '#ui/actions/link.tsx';
import { Select } from '#ui/forms/choice.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { TextField } from '#ui/forms/text-field.tsx';
import { Section, Stack } from '#ui/frames/frames.tsx';
import { Tag } from '#ui/messages/tag.tsx';

type Item = {
  readonly id: string;
  readonly what: string;
  readonly place: string;
  readonly entry: string;
  readonly number: string | null;
  readonly title: string;
  readonly receivedAt: string;
  readonly notedBy: string;
  readonly outcome: Outcome | null;
  readonly endedAt: string | null;
  readonly endedBy: string | null;
};

type Refusals = { readonly end: Refusal | undefined; readonly here: Refusal | undefined };

function Became({ item, refusals }: { item: Item; refusals: Refusals }) {
  const words = useWords().items;
  const mine = (refusal: Refusal | undefined) => (refusal?.values.item === item.id ? refusal : undefined);
  if (item.outcome !== null)
    return (
      <Form act="here" refusal={mine(refusals.here)}>
        <input type="hidden" name="item" value={item.id} />
        <Button size="small">{words.undo}</Button>
      </Form>
    );
  const refusal = mine(refusals.end);
  return (
    <details className="details" open={refusal !== undefined}>
      <summary>{words.became}</summary>
      <Form act="end" id={`end-${item.id}`} refusal={refusal} names={{ outcome: words.became }}>
        <input type="hidden" name="item" value={item.id} />
        <Select
          name="outcome"
          label={words.becameOf(item.what)}
          options={outcomes.map((one) => ({ value: one, label: words.outcomes[one] }))}
          value="sent-back"
        />
        <Button size="small">{words.becameAct}</Button>
      </Form>
    </details>
  );
}

/** What came, with where it lies and what became of it. */
export function ItemsList({ items, mayWrite, refusals }: { items: readonly Item[]; mayWrite: boolean; refusals: Refusals }) {
  const { items: words, dates } = useWords();
  return (
    <ul className="plain-list stack" aria-label={words.table}>
      {items.map((item) => (
        <li key={item.id} className="stack-2">
          <h2 className="h3">
            <bdi>{item.what || words.gone}</bdi> {item.outcome && <Tag>{words.outcomes[item.outcome]}</Tag>}
          </h2>
          <p>
            <Link to={`/manage/entries/${item.entry}`}>
              {item.number} <bdi>{item.title}</bdi>
            </Link>
          </p>
          {item.place !== '' && (
            <p>
              {words.place}: <bdi>{item.place}</bdi>
            </p>
          )}
          <p className="soft t-sm">
            {words.by(dates.full(item.receivedAt), item.notedBy)}
            {item.endedAt !== null && `; ${words.endedBy(dates.full(item.endedAt), item.endedBy ?? '')}`}
          </p>
          {mayWrite && <Became item={item} refusals={refusals} />}
        </li>
      ))}
    </ul>
  );
}

type Noting = { readonly zone: string; readonly number: string; readonly refusal: Refusal | undefined };

export function NoteItem({ zone, number, refusal }: Noting) {
  const { items: words, dates } = useWords();
  const names = { entry: words.number, number: words.number, what: words.what, place: words.place, receivedAt: words.received };
  return (
    <Section title={words.note} first>
      <Form act="note" id="note" refusal={refusal} names={names}>
        <p className="soft t-sm">{words.noteText}</p>
        <TextField name="number" label={words.number} hint={words.numberHint} value={number} />
        <TextField name="what" label={words.what} hint={words.whatHint} />
        <TextField name="place" label={words.place} hint={words.placeHint} optional={words.optional} />
        <DateField name="received" time label={words.received} hint={words.receivedHint(dates.cityOf(zone))} optional={words.optional} />
        <Button kind="main">{words.noteAct}</Button>
      </Form>
    </Section>
  );
}

/** What whoever entered is told. */
export function ItemsReceived({ items }: { items: readonly ToldItem[] }) {
  const { items: words, dates } = useWords();
  if (items.length === 0) return null;
  return (
    <Section title={words.entrant}>
      <Stack>
        <ul>
          {items.map(({ id, what, outcome, at }) => (
            <li key={id}>
              {words.entrantLine(what || words.gone, dates.full(at))} {outcome && <Tag>{words.outcomes[outcome]}</Tag>}
            </li>
          ))}
        </ul>
      </Stack>
    </Section>
  );
}

import { useWords } from '#shells/words.tsx';
import { Button } from '#ui/actions/button.tsx';
import { Table } from '#ui/data/table.tsx';
import { Select } from '#ui/forms/choice.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { TextField } from '#ui/forms/text-field.tsx';
import { Stack } from '#ui/frames/frames.tsx';

type Holder = {
  readonly person: string;
  readonly name: string;
  readonly email: string;
  /** Its key, and what it is called. */
  readonly chapter: string;
  readonly called: string;
  readonly since: string;
};

function Withdraw({ holder, refusal }: { holder: Holder; refusal: Refusal | undefined }) {
  const words = useWords().manage.people;
  const { person, name, chapter, called } = holder;
  const mine = refusal?.values.person === person && refusal.values.chapter === chapter ? refusal : undefined;
  return (
    <Form act="withdraw-chapter" id={`withdraw-${person}-${chapter}`} refusal={mine}>
      <Button size="small" kind="quiet" more={words.chapters.withdrawMore(name, called)}>
        {words.withdraw}
      </Button>
      <input type="hidden" name="person" value={person} />
      <input type="hidden" name="chapter" value={chapter} />
    </Form>
  );
}

export function ChapterTable({
  holders,
  mayChange,
  refusal,
}: {
  holders: readonly Holder[];
  mayChange: boolean;
  refusal: Refusal | undefined;
}) {
  const { manage, dates } = useWords();
  const words = manage.people;
  const { chapters } = words;
  return (
    <Stack>
      <p className="soft measure">{chapters.lead}</p>
      {holders.length === 0 ? (
        <p className="soft">{chapters.none}</p>
      ) : (
        <Table
          caption={chapters.table}
          rows={holders}
          keyOf={({ person, chapter }) => person + chapter}
          columns={[
            { id: 'chapter', head: chapters.chapter, names: true, cell: ({ called }) => <bdi>{called}</bdi> },
            {
              id: 'manager',
              head: chapters.manager,
              cell: ({ name, email }) => [
                <bdi key="name">{name}</bdi>,
                <small key="email" className="block faint">
                  {email}
                </small>,
              ],
            },
            { id: 'since', head: words.since, cell: ({ since }) => dates.dayInYears(since) },
            ...(mayChange
              ? [
                  {
                    id: 'withdraw',
                    nowrap: true,
                    head: <span className="vh">{words.withdraw}</span>,
                    cell: (holder: Holder) => <Withdraw holder={holder} refusal={refusal} />,
                  },
                ]
              : []),
          ]}
        />
      )}
    </Stack>
  );
}

type Chapter = { readonly key: string; readonly name: string };

export function ChapterInvite({ chapters, refusal }: { chapters: readonly Chapter[]; refusal: Refusal | undefined }) {
  const words = useWords().manage.people;
  const options = chapters.map(({ key, name }) => ({ value: key, label: name }));
  return (
    <Form act="chapter" refusal={refusal} names={{ name: words.name, email: words.email, chapter: words.chapters.chapter }}>
      <h3 className="h3">{words.chapters.invite}</h3>
      <TextField name="name" label={words.name} />
      <TextField name="email" type="email" label={words.email} />
      <Select name="chapter" label={words.chapters.chapter} options={options} empty={words.chapters.choose} />
      <Button>{words.send}</Button>
    </Form>
  );
}

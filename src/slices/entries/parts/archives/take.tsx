import { useWords } from '#shells/words.tsx';
import type { EntryListPage } from '#slices/entries/list-page.ts';
import { Button } from '#ui/actions/button.tsx';
import { Link } from '#ui/actions/link.tsx';
import { Select } from '#ui/forms/choice.tsx';
import { Form } from '#ui/forms/form.tsx';
import { Section, Stack } from '#ui/frames/frames.tsx';

/** The way to everything of an entry for its writers. */
export function TakeOwn({ entry }: { entry: string }) {
  const words = useWords().archives;
  return (
    <p>
      <Link to={`/entries/${entry}/everything.zip`}>{words.link}</Link>
      <span className="block t-sm soft">{words.hint}</span>
    </p>
  );
}

/** Everything that was sent in to a category. */
export function TakeCategory({ view }: { view: EntryListPage }) {
  const words = useWords().archives.ofCategory;
  const { list, categories, taken, filter } = view;
  return (
    <Section title={words.title}>
      <Form act="take" to={`${list.path}/everything.zip`}>
        <Stack>
          <p className="soft measure">{words.text}</p>
          <Select
            name="category"
            label={words.category}
            {...(filter.category && { value: filter.category })}
            options={categories.filter(({ id }) => taken.includes(id)).map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Button>{words.go}</Button>
        </Stack>
      </Form>
    </Section>
  );
}

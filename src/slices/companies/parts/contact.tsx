import { DateField } from '#shells/dates/date-field.tsx';
import { useWords } from '#shells/words.tsx';
import type { EmploymentView } from '#slices/companies/views.ts';
import { Button, ButtonLink } from '#ui/actions/button.tsx';
import { type Column, Table } from '#ui/data/table.tsx';
import { TitleCell } from '#ui/data/title-cell.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { TextField } from '#ui/forms/text-field.tsx';
import { Section } from '#ui/frames/frames.tsx';
import { Dialog } from '#ui/messages/dialog.tsx';
import { Lasting } from './company.tsx';
import { Folded, type RefusalOf } from './company-forms.tsx';

type Known = { readonly id: string; readonly name: string; readonly email: string | null; readonly version: number };

export function ContactForm({ contact, refusalOf }: { contact: Known; refusalOf: RefusalOf }) {
  const { form, contact: words } = useWords().companies;
  const names = { name: form.person, email: words.email };
  return (
    <div className="gap-t">
      <Folded act="change" summary={words.change} go={words.save} refusalOf={refusalOf} names={names}>
        <TextField name="name" label={form.person} value={contact.name} />
        <TextField name="email" type="email" label={words.email} optional={form.optional} value={contact.email ?? ''} />
        <input type="hidden" name="version" value={contact.version} />
      </Folded>
    </div>
  );
}

function EndForm({ employment, refusal }: { employment: EmploymentView; refusal: Refusal | undefined }) {
  const { form, contact: words } = useWords().companies;
  const { id, version, until, company } = employment;
  return (
    <Form act="end" id={`end-${id}`} refusal={refusal?.values.employment === id ? refusal : undefined} names={{ until: form.until }}>
      <DateField name="until" label={form.until} optional={form.optional} value={until ?? ''} />
      <Button size="small" more={words.endMore(company.name)}>
        {words.end}
      </Button>
      <input type="hidden" name="employment" value={id} />
      <input type="hidden" name="version" value={version} />
    </Form>
  );
}

type EmploymentsProps = {
  readonly employments: readonly EmploymentView[];
  readonly mayChange: boolean;
  readonly refusal: Refusal | undefined;
};

/** Where somebody works and worked, each with the day it was over to be said. */
export function Employments({ employments, mayChange, refusal }: EmploymentsProps) {
  const { companies, dates } = useWords();
  const { contact: words, page } = companies;
  const columns: Column<EmploymentView>[] = [
    {
      id: 'company',
      head: words.company,
      names: true,
      cell: ({ company, title }) => (
        <TitleCell to={`/manage/companies/${company.id}`} small={title}>
          {company.name}
        </TitleCell>
      ),
    },
    { id: 'from', head: page.since, nowrap: true, cell: ({ from }) => dates.date(from) },
    {
      id: 'until',
      head: page.until,
      wide: true,
      cell: (one) => (mayChange ? <EndForm employment={one} refusal={refusal} /> : <Lasting until={one.until} />),
    },
  ];
  return (
    <Section title={words.works} first>
      {employments.length === 0 ? (
        <p className="soft">{words.nowhere}</p>
      ) : (
        <Table caption={words.table} columns={columns} rows={employments} keyOf={({ id }) => id} />
      )}
    </Section>
  );
}

/** What goes with a person, and that it is for good. */
export function EraseQuestion({ contact, employments, refusal }: { contact: Known; employments: number; refusal: Refusal | undefined }) {
  const words = useWords().companies.contact;
  const acts = (
    <>
      <Button kind="danger">{words.eraseGo}</Button>
      <ButtonLink kind="quiet" to={`/manage/contacts/${contact.id}`}>
        {words.eraseNot}
      </ButtonLink>
    </>
  );
  return (
    <Form act="erase" refusal={refusal} names={{ reason: words.reason }}>
      <Dialog title={words.eraseTitle(contact.name)} acts={acts}>
        <p>{words.eraseWill(employments)}</p>
        <TextField name="reason" label={words.reason} hint={words.reasonHint} />
      </Dialog>
    </Form>
  );
}

import type { ReactNode } from 'react';
import { sizeClasses } from '#core/companies/sizes.ts';
import { DateField } from '#shells/dates/date-field.tsx';
import { useWords } from '#shells/words.tsx';
import { nameKinds } from '#slices/companies/schemas.ts';
import { Button } from '#ui/actions/button.tsx';
import { Fold } from '#ui/data/fold.tsx';
import { Select } from '#ui/forms/choice.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { TextField } from '#ui/forms/text-field.tsx';
import { CompanyFields } from './company-fields.tsx';

/** The refusal of each act, for the form that sent it. */
export type RefusalOf = (act: string) => Refusal | undefined;

type FoldedProps = {
  readonly act: string;
  readonly summary: string;
  readonly go: string;
  readonly refusalOf: RefusalOf;
  readonly names?: Readonly<Record<string, string>>;
  readonly children: ReactNode;
};

/** A form that is out of the way until somebody wants it, and open when it was refused. */
export function Folded({ act, summary, go, refusalOf, names, children }: FoldedProps) {
  const refusal = refusalOf(act);
  return (
    <Fold summary={summary} open={refusal !== undefined}>
      <Form act={act} refusal={refusal} {...(names && { names })}>
        {children}
        <Button>{go}</Button>
      </Form>
    </Fold>
  );
}

type Props = { readonly refusalOf: RefusalOf };
type Texts = { readonly name: string; readonly country: string | null; readonly note: string; readonly version: number };

export function ChangeForm({ company, refusalOf }: Props & { company: Texts }) {
  const words = useWords().companies.form;
  const names = { name: words.name, country: words.country, note: words.note };
  return (
    <Folded act="change" summary={words.change} go={words.saveChange} refusalOf={refusalOf} names={names}>
      <CompanyFields company={company} />
      <input type="hidden" name="version" value={company.version} />
    </Folded>
  );
}

export function ParentForm({ parent, version, refusalOf }: Props & { parent: string; version: number }) {
  const words = useWords().companies.form;
  return (
    <Folded act="parent" summary={words.setParentTitle} go={words.setParent} refusalOf={refusalOf} names={{ parent: words.parent }}>
      <TextField name="parent" label={words.parent} hint={words.parentHint} optional={words.optional} value={parent} />
      <input type="hidden" name="version" value={version} />
    </Folded>
  );
}

export function NameForm({ refusalOf }: Props) {
  const { form: words, nameKinds: kinds } = useWords().companies;
  const names = { name: words.otherName, kind: words.kind };
  return (
    <Folded act="add-name" summary={words.addNameTitle} go={words.addName} refusalOf={refusalOf} names={names}>
      <TextField name="name" label={words.otherName} />
      <Select name="kind" label={words.kind} value="trading" options={nameKinds.map((value) => ({ value, label: kinds[value] }))} />
    </Folded>
  );
}

export function DomainForm({ refusalOf }: Props) {
  const words = useWords().companies.form;
  return (
    <Folded act="add-domain" summary={words.addDomainTitle} go={words.addDomain} refusalOf={refusalOf} names={{ domain: words.domain }}>
      <TextField name="domain" label={words.domain} hint={words.domainHint} />
    </Folded>
  );
}

export function SizeForm({ refusalOf }: Props) {
  const { form: words, sizes } = useWords().companies;
  const names = { class: words.size, asOf: words.asOf, source: words.source };
  return (
    <Folded act="size" summary={words.recordSize} go={words.recordSize} refusalOf={refusalOf} names={names}>
      <Select name="class" label={words.size} value="small" options={sizeClasses.map((value) => ({ value, label: sizes[value] }))} />
      <DateField name="asOf" label={words.asOf} />
      <TextField name="source" label={words.source} hint={words.sourceHint} />
    </Folded>
  );
}

export function PersonForm({ refusalOf }: Props) {
  const words = useWords().companies.form;
  const names = { name: words.person, email: words.email, title: words.work, from: words.from, until: words.until };
  return (
    <Folded act="add-person" summary={words.addPersonTitle} go={words.addPerson} refusalOf={refusalOf} names={names}>
      <TextField name="name" label={words.person} />
      <TextField name="email" type="email" label={words.email} hint={words.emailHint} optional={words.optional} />
      <TextField name="title" label={words.work} optional={words.optional} />
      <DateField name="from" label={words.from} />
      <DateField name="until" label={words.until} hint={words.untilHint} optional={words.optional} />
    </Folded>
  );
}

import { useWords } from '#shells/words.tsx';
import type { CompanyPageView } from '#slices/companies/company-page.ts';
import { Button } from '#ui/actions/button.tsx';
import { Link } from '#ui/actions/link.tsx';
import { Facts } from '#ui/data/facts.tsx';
import { Log } from '#ui/data/lists.tsx';
import { Form } from '#ui/forms/form.tsx';
import { Row, Section, Stack } from '#ui/frames/frames.tsx';
import { Tag } from '#ui/messages/tag.tsx';
import { ChangeForm, DomainForm, NameForm, ParentForm, type RefusalOf, SizeForm } from './company-forms.tsx';

type Props = { readonly view: CompanyPageView };
type FormProps = Props & { readonly refusalOf: RefusalOf };

const pageOf = (id: string) => `/manage/companies/${id}`;

export function WhatItIs({ view, refusalOf }: FormProps) {
  const { companies, countries, dates } = useWords();
  const words = companies.page;
  const { company, sizes, mayChange } = view;
  const [latest] = sizes;
  const of = [
    { name: words.country, value: company.country ? countries.of(company.country) : words.unknown },
    { name: words.size, value: latest ? words.sizeOf(companies.sizes[latest.class], dates.date(latest.asOf)) : words.unknown },
    { name: words.parent, value: company.parent ? <Link to={pageOf(company.parent.id)}>{company.parent.name}</Link> : words.own },
    ...(company.children.length === 0
      ? []
      : [
          {
            name: words.children,
            value: company.children.map(({ id, name }) => (
              <Link key={id} to={pageOf(id)} className="block">
                {name}
              </Link>
            )),
          },
        ]),
    ...(company.note === '' ? [] : [{ name: words.note, value: company.note }]),
  ];
  return (
    <Section title={words.facts} first>
      <Facts of={of} />
      {mayChange && (
        <div className="gap-t">
          <ChangeForm company={company} refusalOf={refusalOf} />
          <ParentForm parent={company.parent?.name ?? ''} version={company.version} refusalOf={refusalOf} />
        </div>
      )}
    </Section>
  );
}

/** One thing with the button that removes it. */
function Removable({ act, name, value, text, small, may }: Record<'act' | 'name' | 'value' | 'text' | 'small', string> & { may: boolean }) {
  const words = useWords().companies.page;
  return (
    <Row apart>
      <span>
        <bdi>{text}</bdi>
        {small !== '' && <small className="block faint">{small}</small>}
      </span>
      {may && (
        <Form act={act} id={`${act}-${value}`} stacked={false}>
          <input type="hidden" name={name} value={value} />
          <Button size="small" kind="quiet" more={words.removeMore(text)}>
            {words.remove}
          </Button>
        </Form>
      )}
    </Row>
  );
}

export function Names({ view, refusalOf }: FormProps) {
  const { page: words, nameKinds } = useWords().companies;
  const { names, domains, mayChange } = view;
  return (
    <>
      <Section title={words.names}>
        <Stack space="tight">
          {names.length === 0 && <p className="soft t-sm">{words.noNames}</p>}
          {names.map(({ id, name, kind }) => (
            <Removable key={id} act="remove-name" name="name" value={id} text={name} small={nameKinds[kind]} may={mayChange} />
          ))}
          {mayChange && <NameForm refusalOf={refusalOf} />}
        </Stack>
      </Section>
      <Section title={words.domains}>
        <Stack space="tight">
          {domains.length === 0 && <p className="soft t-sm">{words.noDomains}</p>}
          {domains.map((domain) => (
            <Removable key={domain} act="remove-domain" name="domain" value={domain} text={domain} small="" may={mayChange} />
          ))}
          {mayChange && <DomainForm refusalOf={refusalOf} />}
        </Stack>
      </Section>
    </>
  );
}

export function Sizes({ view, refusalOf }: FormProps) {
  const { companies, dates } = useWords();
  const words = companies.page;
  return (
    <Section title={words.sizes}>
      <Stack space="tight">
        {view.sizes.length === 0 && <p className="soft t-sm">{words.noSizes}</p>}
        {view.sizes.map((size) => (
          <p key={size.id}>
            {words.sizeOf(companies.sizes[size.class], dates.date(size.asOf))}
            <small className="block faint">
              <bdi>{size.source}</bdi>
            </small>
          </p>
        ))}
        {view.mayChange && <SizeForm refusalOf={refusalOf} />}
      </Stack>
    </Section>
  );
}

/** Undoes a merge; the sentence beside it says which. */
export function UndoForm({ merge, name, refusalOf }: { merge: string; name: string; refusalOf: RefusalOf }) {
  const words = useWords().companies.page;
  const refusal = refusalOf('undo');
  return (
    <Form act="undo" id={`undo-${merge}`} refusal={refusal?.values.merge === merge ? refusal : undefined} stacked={false}>
      <input type="hidden" name="merge" value={merge} />
      <Button size="small" more={words.undoMore(name)}>
        {words.undo}
      </Button>
    </Form>
  );
}

/** Merges into this company that stand, each with the way back. */
export function Merges({ view, refusalOf }: FormProps) {
  const { companies, dates } = useWords();
  const words = companies.page;
  const { company, mayUndo } = view;
  const into = view.merges.filter(({ kept }) => kept.id === company.id);
  if (into.length === 0) return null;
  return (
    <Section title={words.merges}>
      <Stack space="tight">
        {into.map(({ id, merged, by, at }) => (
          <Row key={id} apart>
            <Link to={pageOf(merged.id)} kind="plain">
              {words.mergedFrom(merged.name, by, dates.day(at))}
            </Link>
            {mayUndo && <UndoForm merge={id} name={merged.name} refusalOf={refusalOf} />}
          </Row>
        ))}
      </Stack>
    </Section>
  );
}

export function History({ history, now }: Pick<CompanyPageView, 'history' | 'now'>) {
  const { companies, events, dates } = useWords();
  const words = companies.page;
  return (
    <Section title={words.history}>
      {history.length === 0 ? (
        <p className="soft">{words.noHistory}</p>
      ) : (
        <Log
          items={history.map(({ id, kind, at, by }) => ({
            key: id,
            instant: dates.machine(at),
            time: dates.lately(at, now),
            text: events.say(kind, by, undefined),
          }))}
        />
      )}
    </Section>
  );
}

/** Ended employments are told from those that last by more than a date. */
export function Lasting({ until }: { until: string | null }) {
  const { companies, dates } = useWords();
  return until === null ? <Tag kind="ok">{companies.page.now}</Tag> : dates.date(until);
}

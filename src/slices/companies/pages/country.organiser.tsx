import { useActionData, useLoaderData } from 'react-router';
import { problem } from '#core/problems/problem.ts';
import { load } from '#http/context.ts';
import { act, type FormArgs, post, type Refused, refusalOf } from '#http/form.ts';
import { useWords } from '#shells/words.tsx';
import { setCountries } from '#slices/companies/index.ts';
import { companiesList } from '#slices/companies/lists/list-shape.ts';
import { companiesNamed } from '#slices/companies/lists/lists.ts';
import { companiesPlace } from '#slices/companies/lists/place.ts';
import { CompaniesPage } from '#slices/companies/parts/frame.tsx';
import { listState } from '#slices/lists/index.ts';
import { Button, ButtonLink } from '#ui/actions/button.tsx';
import { Table } from '#ui/data/table.tsx';
import { TitleCell } from '#ui/data/title-cell.tsx';
import { Select } from '#ui/forms/choice.tsx';
import { Form } from '#ui/forms/form.tsx';
import { PageHead, Stack } from '#ui/frames/frames.tsx';
import { Dialog } from '#ui/messages/dialog.tsx';
import { Empty } from '#ui/messages/empty.tsx';
import { Notice } from '#ui/messages/notice.tsx';
import { Toast } from '#ui/messages/toast.tsx';
import { Crumbs } from '#ui/navigation/nav.tsx';

export const handle = { js: false };

const here = `${companiesPlace.path}/country`;
const none = 'none';
/** Enough to know them by; the rest is counted. */
const most = 50;

export const loader = load(async (ctx, { url }) => {
  const { held, mayShare: mayChange } = await listState(ctx, companiesList, { ...companiesPlace, url });
  const chosen = await companiesNamed(ctx, held);
  // What each had before, in the order they are held.
  const before = url.searchParams.get('done')?.split(',');
  return {
    mayChange,
    ids: chosen.map(({ id }) => id),
    lines: chosen.slice(0, most),
    undo: before?.length === held.length ? held.map((id, i) => `${id}:${before[i] ?? ''}`).join(',') : undefined,
    left: Math.min(Math.max(0, Number.parseInt(url.searchParams.get('left') ?? '0', 10) || 0), 1_000),
    undone: url.searchParams.has('undone'),
  };
});

export const action = act({
  set: post(setCountries, {
    input: ({ values: { companies = '', country = '' } }: FormArgs) => {
      // Nothing chosen is not the same as none known, which would take away what is.
      if (country === '') throw problem('general.invalid-input', { count: 1 }, [{ path: 'country', code: 'field.required', facts: {} }]);
      const changed = country === none ? '' : country;
      return { changes: companies.split(',').flatMap((company) => (company === '' ? [] : [{ company, country: changed }])) };
    },
    done: ({ done, left }) => `${here}?done=${done.map(({ before }) => before).join(',')}&left=${left}`,
  }),
  undo: post(setCountries, {
    input: ({ values: { changes = '' } }: FormArgs) => ({
      changes: changes.split(',').map((change) => ({ company: change.split(':')[0] ?? '', country: change.split(':')[1] ?? '' })),
    }),
    done: () => `${here}?undone`,
  }),
});

type View = Awaited<ReturnType<typeof loader>>;

function Ask({ view }: { view: View }) {
  const refused = useActionData<Refused>();
  const { companies, countries } = useWords();
  const words = companies.several;
  const { ids, lines } = view;
  const acts = (
    <>
      <Button kind="main">{words.go(ids.length)}</Button>
      <ButtonLink kind="quiet" to={companiesPlace.path}>
        {words.back}
      </ButtonLink>
    </>
  );
  return (
    <Form act="set" refusal={refusalOf(refused, 'set')} names={{ country: words.label }}>
      <Dialog title={words.ask(ids.length)} acts={acts}>
        <Stack>
          <p>{words.will}</p>
          <Select
            name="country"
            label={words.label}
            empty={words.choose}
            options={[...countries.all.map(({ code, name }) => ({ value: code, label: name })), { value: none, label: words.none }]}
          />
          <Table
            caption={words.list}
            tight
            columns={[
              { id: 'name', head: companies.list.company, names: true, cell: ({ name }) => <TitleCell>{name}</TitleCell> },
              { id: 'country', head: words.now, cell: ({ country }) => country && countries.of(country) },
            ]}
            rows={lines}
            keyOf={({ id }) => id}
          />
          {ids.length > lines.length && <p className="t-sm faint num">{words.more(ids.length - lines.length)}</p>}
        </Stack>
      </Dialog>
      <input type="hidden" name="companies" value={ids.join(',')} />
    </Form>
  );
}

function Done({ view, undo }: { view: View; undo: string }) {
  const refused = useActionData<Refused>();
  const words = useWords().companies.several;
  return (
    <Stack>
      {view.left > 0 && <Notice kind="warn">{words.left(view.left)}</Notice>}
      <p>
        <ButtonLink to={companiesPlace.path}>{words.back}</ButtonLink>
      </p>
      <Form act="undo" refusal={refusalOf(refused, 'undo')}>
        <Toast undo={<Button size="small">{words.undo}</Button>}>{words.done(view.ids.length)}</Toast>
        <input type="hidden" name="changes" value={undo} />
      </Form>
    </Stack>
  );
}

export default function Country() {
  const view = useLoaderData<typeof loader>();
  const { companies, shell } = useWords();
  const words = companies.several;
  const { mayChange, ids, undo, undone } = view;
  const crumbs = <Crumbs label={shell.crumbs} items={[{ to: companiesPlace.path, text: companies.list.title }, { text: words.title }]} />;
  return (
    <CompaniesPage part="list" title={[words.title]}>
      <PageHead title={undo ? words.done(ids.length) : words.title} crumbs={crumbs} />
      {undone && (
        <Notice kind="ok" live>
          {words.undone}
        </Notice>
      )}
      {!mayChange || ids.length === 0 ? (
        <Empty title={words.nothing} acts={<ButtonLink to={companiesPlace.path}>{words.back}</ButtonLink>}>
          {words.nothingText}
        </Empty>
      ) : undo ? (
        <Done view={view} undo={undo} />
      ) : (
        <Ask view={view} />
      )}
    </CompaniesPage>
  );
}

import { useActionData, useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { act, type FormArgs, post, type Refused, refusalOf } from '#http/form.ts';
import { ids } from '#platform/ids.ts';
import { useWords } from '#shells/words.tsx';
import { matchWinnerName } from '#slices/companies/index.ts';
import { PastWinnersPage } from '#slices/companies/parts/winners/frame.tsx';
import { NameCard, NamesPages, NoNames, SaidOf } from '#slices/companies/parts/winners/names.tsx';
import { companyNamed } from '#slices/companies/views.ts';
import { keyOfName, namesPage } from '#slices/companies/winners/names-page.ts';
import { winnersPlace } from '#slices/companies/winners/place.ts';
import { Filters, SearchBox } from '#ui/data/filters.tsx';
import { PageHead, Stack } from '#ui/frames/frames.tsx';
import { Tabs } from '#ui/navigation/nav.tsx';

export const handle = { js: false };

export const loader = load(namesPage);

/** What the pressed button says; a name that was typed leads to its company, and one nobody has to none that is there. */
async function meantBy({ visitor, values }: FormArgs): Promise<string> {
  const { company = '', called = '' } = values;
  if (company !== 'other') return company;
  return (await companyNamed(visitor.ctx, called)) ?? ids.random();
}

export const action = act({
  match: post(matchWinnerName, {
    input: async (args) => {
      const { id } = await winnersPlace(args.visitor.ctx, args);
      return { programme: id, written: args.values.written ?? '', company: await meantBy(args) };
    },
    done: ({ written }, { params, values }) => {
      const path = `/manage/${params.programme}/winners/names`;
      if (values.company === '') return `${path}?undone`;
      return `${path}?said=${keyOfName(written)}`;
    },
  }),
});

export default function WinnerNames() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const words = useWords().pastWinners.names;
  const { programme, counts, said, names, path, search } = view;
  const refusal = refusalOf(refused, 'match');
  const tabs = [
    { to: path, text: words.open, count: counts.open, current: !said },
    { to: `${path}?decided`, text: words.said, count: counts.said, current: said },
  ];
  return (
    <PastWinnersPage programme={programme} part="names" title={words.title}>
      <PageHead title={words.lead(counts.open)} verdict over={words.title} text={words.text} />
      <Stack space="wide">
        {!refused && <SaidOf view={view} />}
        <Tabs label={words.tabs} items={tabs} />
        {(names.length > 0 || search) && (
          <Filters to={path} label={words.filters} go={words.go}>
            <SearchBox label={words.search} placeholder={words.search} value={search} />
            {said && <input type="hidden" name="decided" value="" />}
          </Filters>
        )}
        {names.length === 0 && <NoNames view={view} />}
        {names.map((name, i) => (
          <NameCard key={name.key} name={name} view={view} refusal={refusal} first={i === 0} />
        ))}
        <NamesPages view={view} />
      </Stack>
    </PastWinnersPage>
  );
}

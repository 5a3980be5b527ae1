import { useActionData, useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { act, post, type Refused, refusalOf } from '#http/form.ts';
import { useWords } from '#shells/words.tsx';
import { mergePreview } from '#slices/companies/duplicates/likely.ts';
import { mergeCompanies } from '#slices/companies/index.ts';
import { CompaniesPage } from '#slices/companies/parts/frame.tsx';
import { Button, ButtonLink } from '#ui/actions/button.tsx';
import { Link } from '#ui/actions/link.tsx';
import { Facts } from '#ui/data/facts.tsx';
import { Form } from '#ui/forms/form.tsx';
import { PageHead, Stack } from '#ui/frames/frames.tsx';
import { Dialog } from '#ui/messages/dialog.tsx';
import { Crumbs } from '#ui/navigation/nav.tsx';

export const loader = load((ctx, { params }) => mergePreview(ctx, params.company, params.other));

export const action = act({
  merge: post(mergeCompanies, {
    input: ({ params: { company = '', other = '' }, values: { shown = '' } }) => ({ kept: company, merged: other, shown }),
    done: ({ company, merge }) => `/manage/companies/${company}?merged=${merge}`,
  }),
});

type View = Awaited<ReturnType<typeof loader>>;

/** Each thing that moves, by its names. */
function Moves({ view }: { view: View }) {
  const words = useWords().companies.merge;
  const { names, domains, sizes, people, children, parent, stay } = view.moves;
  const of = [
    { name: words.names, value: names.join(', ') },
    { name: words.domains, value: domains.join(', ') },
    { name: words.sizes, value: sizes === 0 ? '' : words.sizesOf(sizes) },
    { name: words.people, value: people.join(', ') },
    { name: words.children, value: children.join(', ') },
    { name: words.parent, value: parent ?? '' },
  ].filter(({ value }) => value !== '');
  return (
    <>
      {of.length > 0 && <p>{words.moves}</p>}
      {of.length === 0 ? <p>{words.nothing}</p> : <Facts of={of} />}
      {stay.length > 0 && <p>{words.stay(stay)}</p>}
    </>
  );
}

export default function Merge() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const { companies, shell } = useWords();
  const words = companies.merge;
  const { kept, merged } = view;
  const back = { to: '/manage/companies/duplicates', text: companies.pairs.title };
  const crumbs = (
    <Crumbs label={shell.crumbs} items={[{ to: '/manage/companies', text: companies.list.title }, back, { text: words.over }]} />
  );
  const title = words.title(merged.name, kept.name);
  const acts = (
    <>
      <Button kind="danger">{words.go}</Button>
      <ButtonLink kind="quiet" to="/manage/companies/duplicates">
        {words.not}
      </ButtonLink>
    </>
  );
  return (
    <CompaniesPage title={[words.over, companies.list.title]}>
      <PageHead title={words.over} crumbs={crumbs} />
      <Form act="merge" refusal={refusalOf(refused, 'merge')}>
        <Dialog title={title} acts={acts}>
          <Stack>
            <p>{words.will(kept.name)}</p>
            <Moves view={view} />
            <p>{words.can}</p>
            <p>
              <Link to={`/manage/companies/${merged.id}/merge/${kept.id}`}>{words.other}</Link>
            </p>
          </Stack>
        </Dialog>
        <input type="hidden" name="shown" value={view.shown} />
      </Form>
    </CompaniesPage>
  );
}

import { useActionData, useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { act, post, type Refused, refusalOf } from '#http/form.ts';
import { useWords } from '#shells/words.tsx';
import { mergePreview } from '#slices/companies/duplicates/likely.ts';
import { mergeCompanies } from '#slices/companies/index.ts';
import { CompaniesPage } from '#slices/companies/parts/frame.tsx';
import { Button, ButtonLink } from '#ui/actions/button.tsx';
import { Link } from '#ui/actions/link.tsx';
import { Form } from '#ui/forms/form.tsx';
import { Stack } from '#ui/frames/frames.tsx';
import { Dialog } from '#ui/messages/dialog.tsx';

export const loader = load((ctx, { params }) => mergePreview(ctx, params.company, params.other));

export const action = act({
  merge: post(mergeCompanies, {
    input: ({ params: { company = '', other = '' }, values: { shown = '' } }) => ({ kept: company, merged: other, shown }),
    done: ({ company, merge }) => `/manage/companies/${company}?merged=${merge}`,
  }),
});

type View = Awaited<ReturnType<typeof loader>>;

/** Each thing that moves, by its number and its names. */
function Moves({ view }: { view: View }) {
  const words = useWords().companies.merge;
  const { names, domains, sizes, people, children, parent, stay } = view.moves;
  const lines = [
    names.length > 0 && `${words.names(names.length)}: ${names.join(', ')}`,
    domains.length > 0 && `${words.domains(domains.length)}: ${domains.join(', ')}`,
    sizes > 0 && words.sizes(sizes),
    people.length > 0 && `${words.people(people.length)}: ${people.join(', ')}`,
    children.length > 0 && `${words.children(children.length)}: ${children.join(', ')}`,
    parent && words.parent(parent),
  ].filter((line) => typeof line === 'string');
  return (
    <>
      <ul>
        {(lines.length > 0 ? lines : [words.nothing]).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {stay.length > 0 && <p>{words.stay(stay)}</p>}
    </>
  );
}

export default function Merge() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const { companies } = useWords();
  const words = companies.merge;
  const { kept, merged } = view;
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
      <h1 className="vh">{words.over}</h1>
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

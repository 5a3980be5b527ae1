import { useActionData, useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { act, type Refused, refusalOf } from '#http/form.ts';
import { EditionPage } from '#shells/edition.tsx';
import { useWords } from '#shells/words.tsx';
import { formsEdited } from '#slices/programmes/editing/forms/form-acts.ts';
import { formsPage, presetForms } from '#slices/programmes/editing/forms/form-page.ts';
import { partActs } from '#slices/programmes/editing/part-acts.ts';
import { AddForm, FormList, RemoveForms } from '#slices/programmes/parts/forms/list.tsx';
import { SavedPart } from '#slices/programmes/parts/saved-part.tsx';
import { Untold } from '#slices/programmes/parts/translating/untold.tsx';
import { LockPart } from '#slices/programmes/parts/tree/locked.tsx';
import { Link } from '#ui/actions/link.tsx';
import { PageHead, Stack } from '#ui/frames/frames.tsx';
import { Empty } from '#ui/messages/empty.tsx';

export const loader = load((ctx, { params, url }) => formsPage(ctx, params.programme ?? '', params.edition ?? '', url.searchParams));

export const action = act(
  partActs({
    part: 'forms',
    page: 'forms',
    change: (editing, args) => formsEdited(editing, args, presetForms),
    values: () => ({}),
  }),
);

export default function Forms() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const { formBuilder: words } = useWords();
  const { edition, forms } = view;
  const here = `/manage/${edition.programmeSlug}/${edition.slug}`;
  const refusal = (name: string) => refusalOf(refused, name);
  const change = refusal('change');
  const about = (what: string) => (change?.values.what === what ? change : undefined);
  return (
    <EditionPage edition={edition} part="edition" title={[words.title]}>
      <PageHead title={words.title} over={`${edition.programmeName} ${edition.name}`} text={words.lead} />
      <Stack space="wide">
        {!refused && <SavedPart page={view} words={words} />}
        <LockPart view={view} refusal={refusal} />
        <Untold view={view} />
        {forms.length === 0 ? <Empty title={words.none.title}>{words.none.text}</Empty> : <FormList forms={forms} here={`${here}/forms`} />}
        {forms.length > 0 && (
          <p className="soft">
            {view.withoutForm > 0 && `${words.without(view.withoutForm)} `}
            <Link to={`${here}/categories`}>{words.toTree}</Link>
          </p>
        )}
        {view.mayChange && (
          <div>
            <AddForm view={view} refusal={about('add')} />
            {forms.length > 0 && <RemoveForms view={view} refusal={about('remove')} />}
          </div>
        )}
      </Stack>
    </EditionPage>
  );
}

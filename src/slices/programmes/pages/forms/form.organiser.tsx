import { useActionData, useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { act, type Refused, refusalOf } from '#http/form.ts';
import { EditionPage } from '#shells/edition.tsx';
import { useWords } from '#shells/words.tsx';
import { formActs } from '#slices/programmes/editing/forms/copy-acts.ts';
import { formPage } from '#slices/programmes/editing/forms/form-page.ts';
import { Beside } from '#slices/programmes/parts/forms/chosen.tsx';
import { CopyNotice, SavedForm } from '#slices/programmes/parts/forms/copy.tsx';
import { FormOutline } from '#slices/programmes/parts/forms/outline.tsx';
import { FormPreview } from '#slices/programmes/parts/forms/preview.tsx';
import { UsesOfForm } from '#slices/programmes/parts/forms/uses.tsx';
import { Untold } from '#slices/programmes/parts/translating/untold.tsx';
import { LockPart } from '#slices/programmes/parts/tree/locked.tsx';
import { PageHead, Split, Stack } from '#ui/frames/frames.tsx';
import { Crumbs } from '#ui/navigation/nav.tsx';

export const loader = load((ctx, { params, url }) =>
  formPage(ctx, params.programme ?? '', params.edition ?? '', params.form ?? '', url.searchParams),
);

export const action = act(formActs);

export default function EditedForm() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const { formBuilder: words, shell } = useWords();
  const { edition } = view;
  const list = `/manage/${edition.programmeSlug}/${edition.slug}/forms`;
  const here = `${list}/${view.key}`;
  const refusal = (name: string) => refusalOf(refused, name);
  const change = refusal('change');
  /** Several forms of the page send one act; what was refused stands in the one that sent it. */
  const about = (what: string) => (change?.values.what === what ? change : undefined);
  const crumbs = <Crumbs label={shell.crumbs} items={[{ to: list, text: words.title }, { text: view.title }]} />;
  return (
    <EditionPage edition={edition} part="edition" title={[view.title, words.title]}>
      <PageHead title={view.title} over={`${edition.programmeName} ${edition.name}`} crumbs={crumbs} />
      <Stack space="wide">
        {!refused && <SavedForm view={view} />}
        <CopyNotice view={view} here={here} refusal={refusal('discard')} />
        <LockPart view={view} refusal={refusal} />
        <Untold view={view} />
        <Split kind="half">
          <FormOutline view={view} here={here} />
          <Beside view={view} here={here} refusal={about} />
        </Split>
        <UsesOfForm view={view} refusal={refusal('assign')} />
        <FormPreview view={view} here={here} />
      </Stack>
    </EditionPage>
  );
}

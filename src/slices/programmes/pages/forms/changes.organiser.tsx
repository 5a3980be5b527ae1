import { useActionData, useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { act, post, type Refused, refusalOf } from '#http/form.ts';
import { EditionPage } from '#shells/edition.tsx';
import { useWords } from '#shells/words.tsx';
import { type ChangesPage, changesPage } from '#slices/programmes/copies/changes-page.ts';
import { lockActs } from '#slices/programmes/editing/part-acts.ts';
import { applyFormCopy, editionForManager } from '#slices/programmes/index.ts';
import { AffectedEntries, ChangeTable } from '#slices/programmes/parts/forms/changes.tsx';
import { LockPart } from '#slices/programmes/parts/tree/locked.tsx';
import { Button, ButtonLink } from '#ui/actions/button.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { PageHead, Section, Stack } from '#ui/frames/frames.tsx';
import { Empty } from '#ui/messages/empty.tsx';
import { Crumbs } from '#ui/navigation/nav.tsx';

export const handle = { js: false };

export const loader = load((ctx, { params, url }) =>
  changesPage(ctx, params.programme ?? '', params.edition ?? '', params.form ?? '', url.searchParams),
);

export const action = act({
  ...lockActs(({ params }) => `forms/${params.form}/changes`),
  apply: post(applyFormCopy, {
    input: async ({ visitor, params, values: { version = '', copy = '' } }) => {
      const { edition } = await editionForManager(visitor.ctx, params.programme ?? '', params.edition ?? '');
      return { edition: edition.id, version, form: params.form ?? '', copy };
    },
    done: (_result, { params }) => `/manage/${params.programme}/${params.edition}/forms/${params.form}?saved=applied`,
  }),
});

function Apply({ view, refusal }: { view: ChangesPage; refusal: Refusal | undefined }) {
  const { formCopies: words } = useWords();
  if (!view.manages || !view.copy) return null;
  return (
    <Section title={words.apply}>
      {view.locked ? (
        <p className="soft measure">{words.locked}</p>
      ) : (
        <Form act="apply" refusal={refusal}>
          <p className="soft measure">{words.applyText}</p>
          <div>
            <Button kind="main">{words.applyAct}</Button>
          </div>
          <input type="hidden" name="version" value={view.version} />
          <input type="hidden" name="copy" value={view.copy.version} />
        </Form>
      )}
    </Section>
  );
}

export default function FormChanges() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const { formBuilder, formCopies: words, shell, dates } = useWords();
  const { edition, copy, effects } = view;
  const list = `/manage/${edition.programmeSlug}/${edition.slug}/forms`;
  const form = `${list}/${view.key}`;
  const crumbs = (
    <Crumbs label={shell.crumbs} items={[{ to: list, text: formBuilder.title }, { to: form, text: view.title }, { text: words.title }]} />
  );
  const nothing = copy ? words.same : words.none;
  return (
    <EditionPage edition={edition} part="edition" title={[words.title, view.title]}>
      <PageHead
        title={words.verdict(view.touched)}
        verdict
        over={view.title}
        crumbs={crumbs}
        text={copy && `${words.open} ${words.openText(copy.by, dates.full(copy.since))}`}
      />
      <Stack space="wide">
        <LockPart view={view} refusal={(name) => refusalOf(refused, name)} />
        {effects.length === 0 ? (
          <Empty title={nothing.title} acts={<ButtonLink to={form}>{words.none.toForm}</ButtonLink>}>
            {nothing.text} {words.among(view.of)}
          </Empty>
        ) : (
          <>
            <p className="measure">{words.lead}</p>
            <ChangeTable view={view} />
            <AffectedEntries view={view} here={`${form}/changes`} />
            <Apply view={view} refusal={refusalOf(refused, 'apply')} />
          </>
        )}
      </Stack>
    </EditionPage>
  );
}

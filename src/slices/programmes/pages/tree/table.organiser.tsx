import { useActionData, useLoaderData } from 'react-router';
import { problem } from '#core/problems/problem.ts';
import { load } from '#http/context.ts';
import { act, type FormArgs, post, type Refused, refusalOf, type Shown, show, shownBy } from '#http/form.ts';
import { EditionPage } from '#shells/edition.tsx';
import { Faults } from '#shells/lists/faults.tsx';
import { useWords } from '#shells/words.tsx';
import { parsed } from '#slices/programmes/configuration/sent-file.ts';
import { changePart, editionForManager } from '#slices/programmes/index.ts';
import { Differences } from '#slices/programmes/parts/differences.tsx';
import { type FoundInTable, foundInTable } from '#slices/programmes/tree/table.ts';
import { Button, ButtonLink } from '#ui/actions/button.tsx';
import { FileDrop } from '#ui/forms/files.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { PageHead, Section, Stack } from '#ui/frames/frames.tsx';
import { Notice } from '#ui/messages/notice.tsx';

const editionOf = async ({ visitor, params }: Pick<FormArgs, 'visitor' | 'params'>) => {
  const { edition, mayChange } = await editionForManager(visitor.ctx, params.programme ?? '', params.edition ?? '');
  if (!mayChange) throw problem('general.not-found');
  return edition;
};

export const loader = load(async (_ctx, args) => {
  const { slug, name, programmeSlug, programmeName, version, published, unlockedBecause } = await editionOf(args);
  return { edition: { slug, name, programmeSlug, programmeName }, version, locked: published && unlockedBecause === null };
});

export const action = act({
  look: show('look', async (args): Promise<FoundInTable> => {
    const edition = await editionOf(args);
    const file = args.form.get('file');
    if (file === null || typeof file === 'string' || file.size === 0)
      throw problem('general.invalid-input', { count: 1 }, [{ path: 'file', code: 'field.required', facts: {} }]);
    return foundInTable(args.visitor.ctx, edition, file);
  }),
  apply: post(changePart, {
    input: async (args) => {
      const { version = '', body = '' } = args.values;
      return { edition: (await editionOf(args)).id, version, part: 'categories' as const, body: parsed(body) };
    },
    done: (result, { params }) => `/manage/${params.programme}/${params.edition}/categories?saved=changed&at=${result.version}`,
  }),
});

type Found = { readonly found: FoundInTable; readonly version: number; readonly locked: boolean; readonly refusal: Refusal | undefined };

function FoundPart({ found, version, locked, refusal }: Found) {
  const words = useWords().tree.table;
  if (!found.ok) return <Faults faults={found.faults} words={words} />;
  const { differences, body } = found;
  return (
    <Form act="apply" refusal={refusal} files>
      <Notice live>{differences.length === 0 ? words.same : words.would(differences.length)}</Notice>
      {differences.length > 0 && (
        <>
          <Differences of={differences} />
          {!locked && <Button kind="main">{words.apply}</Button>}
          <input type="hidden" name="body" value={body} />
          <input type="hidden" name="version" value={version} />
        </>
      )}
    </Form>
  );
}

export default function CategoryTable() {
  const { edition, version, locked } = useLoaderData<typeof loader>();
  const answer = useActionData<Refused | Shown<FoundInTable>>();
  const { tree } = useWords();
  const words = tree.table;
  const found = shownBy<FoundInTable>(answer, 'look');
  const applying = refusalOf(answer, 'apply');
  const back = <ButtonLink to={`/manage/${edition.programmeSlug}/${edition.slug}/categories`}>{words.back}</ButtonLink>;
  return (
    <EditionPage edition={edition} part="edition" title={[words.title]}>
      <PageHead title={words.title} over={`${edition.programmeName} ${edition.name}`} text={words.lead} acts={back} />
      <Stack space="wide">
        {locked && <Notice lead={tree.locked.title}>{tree.locked.text}</Notice>}
        {found && <FoundPart found={found} version={version} locked={locked} refusal={applying} />}
        {!found && applying && (
          <Form act="apply" refusal={applying}>
            {null}
          </Form>
        )}
        <Section title={found ? words.another : words.choose} first>
          <Form act="look" refusal={refusalOf(answer, 'look')} names={{ file: words.file }} files>
            <FileDrop name="file" label={words.file} hint={words.fileHint} accept=".csv,.xlsx,.txt,text/csv" />
            <Button kind={found ? undefined : 'main'}>{words.look}</Button>
          </Form>
        </Section>
      </Stack>
    </EditionPage>
  );
}

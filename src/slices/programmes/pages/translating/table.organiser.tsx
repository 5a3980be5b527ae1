import { useActionData, useLoaderData } from 'react-router';
import { directionOf } from '#core/languages/local-text.ts';
import { problem } from '#core/problems/problem.ts';
import { load } from '#http/context.ts';
import { act, type FormArgs, post, type Refused, refusalOf, type Shown, show, shownBy } from '#http/form.ts';
import { EditionPage } from '#shells/edition.tsx';
import { inItself } from '#shells/languages/contents.tsx';
import { Faults } from '#shells/lists/faults.tsx';
import { useWords } from '#shells/words.tsx';
import { editionForManager, partsOf, replaceConfiguration } from '#slices/programmes/index.ts';
import { Differences } from '#slices/programmes/parts/differences.tsx';
import { documentTranslated, type FoundTranslations, foundTranslations, requireLanguage } from '#slices/programmes/translating/table.ts';
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

export const loader = load(async (ctx, args) => {
  const edition = await editionOf(args);
  const { slug, name, programmeSlug, programmeName, version, published, unlockedBecause } = edition;
  const parts = await partsOf(ctx, edition);
  const language = args.url.searchParams.get('in') ?? parts.texts.languages[1];
  if (language !== undefined) requireLanguage(parts, language);
  return { edition: { slug, name, programmeSlug, programmeName }, language, version, locked: published && unlockedBecause === null };
});

const languageIn = ({ values }: FormArgs): string => values.language ?? '';

export const action = act({
  look: show('look', async (args): Promise<FoundTranslations> => {
    const edition = await editionOf(args);
    const file = args.form.get('file');
    if (file === null || typeof file === 'string' || file.size === 0)
      throw problem('general.invalid-input', { count: 1 }, [{ path: 'file', code: 'field.required', facts: {} }]);
    return foundTranslations(args.visitor.ctx, edition, languageIn(args), file);
  }),
  apply: post(replaceConfiguration, {
    input: async (args) => {
      const { version = '', words = '' } = args.values;
      const edition = await editionOf(args);
      return { edition: edition.id, version, document: await documentTranslated(args.visitor.ctx, edition, languageIn(args), words) };
    },
    done: (_result, args) => {
      const query = new URLSearchParams({ in: languageIn(args), saved: 'applied' });
      return `/manage/${args.params.programme}/${args.params.edition}/translations?${query}`;
    },
  }),
});

type View = Awaited<ReturnType<typeof loader>>;

function FoundPart({ found, view, refusal }: { found: FoundTranslations; view: View; refusal: Refusal | undefined }) {
  const words = useWords().translating.table;
  if (!found.ok) return <Faults faults={found.faults} words={words} />;
  const { differences, count } = found;
  return (
    <Form act="apply" refusal={refusal} files>
      <Notice live>{count === 0 ? words.same : words.would(count)}</Notice>
      {count > 0 && (
        <>
          <Differences of={differences} />
          {count > differences.length && <p className="soft t-sm">{words.more(count - differences.length)}</p>}
          {!view.locked && <Button kind="main">{words.apply}</Button>}
          <input type="hidden" name="words" value={found.words} />
          <input type="hidden" name="language" value={view.language} />
          <input type="hidden" name="version" value={view.version} />
        </>
      )}
    </Form>
  );
}

export default function TranslationTable() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<Refused | Shown<FoundTranslations>>();
  const { translating, tree } = useWords();
  const words = translating.table;
  const { edition, language } = view;
  const found = shownBy<FoundTranslations>(answer, 'look');
  const applying = refusalOf(answer, 'apply');
  const way = `/manage/${edition.programmeSlug}/${edition.slug}/translations`;
  const back = <ButtonLink to={language === undefined ? way : `${way}?in=${language}`}>{words.back}</ButtonLink>;
  return (
    <EditionPage edition={edition} part="edition" title={[words.title]}>
      <PageHead title={words.title} over={`${edition.programmeName} ${edition.name}`} text={words.lead} acts={back} />
      <Stack space="wide">
        {view.locked && <Notice lead={tree.locked.title}>{tree.locked.text}</Notice>}
        {found && <FoundPart found={found} view={view} refusal={applying} />}
        {!found && applying && (
          <Form act="apply" refusal={applying}>
            {null}
          </Form>
        )}
        {language === undefined ? (
          <p>{translating.one}</p>
        ) : (
          <Section title={found ? words.another : words.choose} first>
            <Form act="look" refusal={refusalOf(answer, 'look')} names={{ file: words.file }} files>
              <p>
                {words.language}:{' '}
                <span lang={language} dir={directionOf(language)}>
                  {inItself(language)}
                </span>
              </p>
              <FileDrop name="file" label={words.file} hint={words.fileHint} accept=".csv,.xlsx,.txt,text/csv" />
              <Button kind={found ? undefined : 'main'}>{words.look}</Button>
              <input type="hidden" name="language" value={language} />
            </Form>
          </Section>
        )}
      </Stack>
    </EditionPage>
  );
}

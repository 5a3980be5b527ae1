import { useActionData, useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { act, type Refused, refusalOf } from '#http/form.ts';
import { EditionPage } from '#shells/edition.tsx';
import { inItself } from '#shells/languages/contents.tsx';
import { useWords } from '#shells/words.tsx';
import { SavedPart } from '#slices/programmes/parts/saved-part.tsx';
import { EditionLanguages, TranslationFiles } from '#slices/programmes/parts/translating/languages.tsx';
import { Texts } from '#slices/programmes/parts/translating/texts.tsx';
import { LockPart } from '#slices/programmes/parts/tree/locked.tsx';
import { translationActs } from '#slices/programmes/translating/acts.ts';
import { shownKinds } from '#slices/programmes/translating/lines.ts';
import { mostVersions } from '#slices/programmes/translating/outdated.ts';
import { type ChosenTexts, translationsPage } from '#slices/programmes/translating/page-view.ts';
import { Chip } from '#ui/data/filters.tsx';
import { Pager } from '#ui/data/pager.tsx';
import { PageHead, Stack } from '#ui/frames/frames.tsx';
import { Empty } from '#ui/messages/empty.tsx';
import { Tabs } from '#ui/navigation/nav.tsx';

export const loader = load(async (ctx, { params, url }) => ({
  ...(await translationsPage(ctx, params.programme ?? '', params.edition ?? '', url.searchParams)),
  mostVersions,
}));

export const action = act(translationActs);

type At = { readonly in?: string; readonly part?: string; readonly show?: string; readonly from?: number | undefined };

/** Where the page looks at something else, by its own address. */
function addressIn(here: string, { language, part, show }: ChosenTexts) {
  return (at: At): string => {
    const { from, ...rest } = { in: language, part, show, ...at };
    return `${here}?${new URLSearchParams({ ...rest, ...(from ? { from: String(from) } : {}) })}`;
  };
}

/** Which language, part and texts are looked at. */
function Choice({ chosen, others, here }: { chosen: ChosenTexts; others: readonly string[]; here: string }) {
  const { translating: words, languages } = useWords();
  const to = addressIn(here, chosen);
  const missing = chosen.counts.reduce((sum, each) => sum + each.missing, 0);
  const parts = chosen.counts.filter(({ texts }) => texts > 0);
  return (
    <Stack>
      {others.length > 1 && (
        <nav className="row" aria-label={words.languages}>
          {others.map((each) => (
            <Chip key={each} to={to({ in: each })} on={each === chosen.language}>
              <bdi lang={each}>{inItself(each)}</bdi>
            </Chip>
          ))}
        </nav>
      )}
      <p>{words.lacking(missing, inItself(chosen.language))}</p>
      <nav className="row" aria-label={words.parts}>
        {parts.map(({ part, missing: count }) => (
          <Chip key={part} to={to({ part })} on={part === chosen.part}>
            {languages.parts[part]} {count > 0 && <span className="num">{count}</span>}
          </Chip>
        ))}
      </nav>
      <Tabs
        label={words.shown}
        items={shownKinds.map((show) => ({ to: to({ show }), text: words.kinds[show], current: show === chosen.show }))}
      />
    </Stack>
  );
}

type View = Awaited<ReturnType<typeof loader>>;

function Chosen({ view, chosen, here, answer }: { view: View; chosen: ChosenTexts; here: string; answer: Refused | undefined }) {
  const words = useWords().translating;
  const to = addressIn(here, chosen);
  const { found, from, shown, before, next, show } = chosen;
  return (
    <>
      <Choice chosen={chosen} others={view.others} here={here} />
      {show === 'changed' && <p className="soft measure">{words.changedHow(view.mostVersions)}</p>}
      {found === 0 ? (
        <Empty title={words.none[show]}>{words.noneText}</Empty>
      ) : (
        <Texts chosen={chosen} main={view.main} version={view.version} mayChange={view.mayChange} refusal={refusalOf(answer, 'change')} />
      )}
      {(before !== undefined || next !== undefined) && (
        <Pager
          label={words.pages}
          where={words.where(from + 1, from + shown, found)}
          before={{ label: words.before, to: before === undefined ? undefined : to({ from: before }) }}
          after={{ label: words.next, to: next === undefined ? undefined : to({ from: next }) }}
        />
      )}
      <TranslationFiles here={here} language={chosen.language} mayChange={view.mayChange} />
    </>
  );
}

export default function Translations() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<Refused>();
  const words = useWords().translating;
  const { edition, chosen, main, others } = view;
  const here = `/manage/${edition.programmeSlug}/${edition.slug}/translations`;
  const refusal = (name: string) => refusalOf(answer, name);
  return (
    <EditionPage edition={edition} part="edition" title={[words.title]}>
      <PageHead title={words.title} over={`${edition.programmeName} ${edition.name}`} text={words.lead} />
      <Stack space="wide">
        {!answer && <SavedPart page={view} words={words} part={chosen?.part ?? 'texts'} />}
        <LockPart view={view} refusal={refusal} />
        {chosen ? (
          <Chosen view={view} chosen={chosen} here={here} answer={answer} />
        ) : (
          <Empty title={words.one}>{words.oneText(inItself(main))}</Empty>
        )}
        <EditionLanguages main={main} others={others} version={view.version} mayChange={view.mayChange} refusal={refusal('languages')} />
      </Stack>
    </EditionPage>
  );
}

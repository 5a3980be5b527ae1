import { useActionData, useLoaderData } from 'react-router';
import { keyFor } from '#core/editions/key.ts';
import { load, type PageArgs } from '#http/context.ts';
import { act, type FormArgs, post, type Refused, refusalOf } from '#http/form.ts';
import { EditionPage } from '#shells/edition.tsx';
import { useWords } from '#shells/words.tsx';
import { criteriaView } from '#slices/programmes/editing/criteria-page.ts';
import { levelsOf, scorecardsFrom } from '#slices/programmes/editing/criteria-values.ts';
import { type Editing, partActs } from '#slices/programmes/editing/part-acts.ts';
import { partPage } from '#slices/programmes/editing/part-page.ts';
import { atRows, criterionRows } from '#slices/programmes/forms.ts';
import { changeCriteria, editionForManager } from '#slices/programmes/index.ts';
import { FirstCriteria } from '#slices/programmes/parts/criteria.tsx';
import { SavedPart } from '#slices/programmes/parts/saved-part.tsx';
import { AddCard, AddCriterion, CardPart } from '#slices/programmes/parts/scorecards/card.tsx';
import { CriterionPart } from '#slices/programmes/parts/scorecards/criterion.tsx';
import { WeightsPart } from '#slices/programmes/parts/scorecards/weights.tsx';
import { Untold } from '#slices/programmes/parts/translating/untold.tsx';
import { LockPart } from '#slices/programmes/parts/tree/locked.tsx';
import { Link } from '#ui/actions/link.tsx';
import { PageHead, Section, Split, Stack } from '#ui/frames/frames.tsx';
import { Tabs } from '#ui/navigation/nav.tsx';
import '#slices/programmes/parts/scorecards/scorecards.css';

export const loader = load(async (ctx, { params, url }) => {
  const { parts, page } = await partPage(ctx, params.programme ?? '', params.edition ?? '', url.searchParams, 'scorecards');
  const view = criteriaView(parts, { card: url.searchParams.get('card'), criterion: url.searchParams.get('criterion') });
  const chosen = parts.scorecards[view.chosen?.key ?? '']?.criteria.find(({ key }) => key === view.chosen?.criterion?.key);
  return { ...page, ...view, levels: chosen?.kind === 'judged' && levelsOf(chosen.scale) !== undefined };
});

/** The fields of the form that was sent, as they are saved now. */
function valuesNow({ parts }: Editing<'scorecards'>, { values }: FormArgs): Readonly<Record<string, string>> {
  const { chosen } = criteriaView(parts, { card: values.card ?? null, criterion: values.criterion ?? null });
  if (values.do === 'criterion.change') return chosen?.criterion?.values ?? {};
  if (values.do !== 'weights') return {};
  return Object.fromEntries((chosen?.lines ?? []).flatMap(({ weight }, i) => (weight === undefined ? [] : [[`weights.${i}`, weight]])));
}

const editionIn = async ({ visitor, params }: PageArgs) =>
  (await editionForManager(visitor.ctx, params.programme ?? '', params.edition ?? '')).edition;

export const action = act({
  ...partActs({
    part: 'scorecards',
    page: 'criteria',
    change: ({ now, parts }, { values }) => scorecardsFrom(values, now, parts.texts.languages[0] ?? 'en'),
    values: valuesNow,
    keep: ({ values }) => {
      const card = values.do === 'card.add' ? keyFor((values['card.name'] ?? '').trim(), 'card', []) : (values.card ?? '');
      return { ...(card && { card }), ...(values.do === 'criterion.change' && values.criterion && { criterion: values.criterion }) };
    },
  }),
  criteria: {
    perform: async (ctx, args) => {
      const rows = criterionRows(args.values);
      const input = async () => {
        const { version = '', scaleMin = '', scaleMax = '' } = args.values;
        return { edition: (await editionIn(args)).id, version, scaleMin, scaleMax, criteria: rows };
      };
      const done = () => `/manage/${args.params.programme}/${args.params.edition}/criteria?saved=criteria`;
      try {
        return await post(changeCriteria, { input, done }).perform(ctx, args);
      } catch (error) {
        throw atRows(error, rows);
      }
    },
  },
});

type View = Awaited<ReturnType<typeof loader>>;
type Chosen = NonNullable<View['chosen']>;

function ChosenPart({ view, chosen, address, refused }: { view: View; chosen: Chosen; address: string; refused: Refused | undefined }) {
  const { criteriaEditor: words } = useWords();
  const here = `${address}?card=${chosen.key}`;
  const acting = { version: view.version, about: { card: chosen.key }, refusal: refusalOf(refused, 'change') };
  const { criterion } = chosen;
  return (
    <Split kind="half">
      <Section title={words.weights} aside={chosen.title} first>
        <div className="stack">
          <p className="soft t-sm">
            {words.usedBy(chosen.usedBy)} <Link to={address.replace(/criteria$/, 'categories')}>{words.toTree}</Link>
          </p>
          <WeightsPart card={chosen} acting={acting} here={here} mayChange={view.mayChange} />
          {view.mayChange && (
            <div>
              <AddCriterion acting={acting} />
              <CardPart card={chosen} acting={acting} />
              <AddCard acting={acting} />
            </div>
          )}
        </div>
      </Section>
      {criterion && (
        <CriterionPart
          key={criterion.key}
          card={chosen}
          criterion={criterion}
          acting={acting}
          here={here}
          mayChange={view.mayChange}
          levels={view.levels}
        />
      )}
    </Split>
  );
}

export default function CriteriaPage() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const { criteriaEditor: words } = useWords();
  const { edition, cards, chosen } = view;
  const address = `/manage/${edition.programmeSlug}/${edition.slug}/criteria`;
  const refusal = (name: string) => refusalOf(refused, name);
  return (
    <EditionPage edition={edition} part="edition" title={chosen?.criterion ? [chosen.criterion.name, words.title] : [words.title]}>
      <PageHead title={words.title} over={`${edition.programmeName} ${edition.name}`} text={words.lead} />
      <Stack space="wide">
        {!refused && <SavedPart page={view} words={words} />}
        <LockPart view={view} refusal={refusal} />
        <Untold view={view} />
        {cards.length > 1 && (
          <Tabs
            label={words.cards}
            items={cards.map(({ key, name, criteria }) => ({
              to: `${address}?card=${key}`,
              text: words.cardLine(name, criteria),
              current: key === chosen?.key,
            }))}
          />
        )}
        {chosen ? (
          <ChosenPart view={view} chosen={chosen} address={address} refused={refused} />
        ) : (
          view.mayChange && <FirstCriteria version={view.version} refusal={refusal('criteria')} />
        )}
      </Stack>
    </EditionPage>
  );
}

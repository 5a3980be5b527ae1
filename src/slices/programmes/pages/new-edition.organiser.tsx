import { useActionData, useLoaderData } from 'react-router';
import { isPreset, type PresetKey } from '#core/editions/presets/preset.ts';
import { fromPreset, isDay } from '#core/editions/presets/presets.ts';
import { problem } from '#core/problems/problem.ts';
import { load } from '#http/context.ts';
import { act, type FormArgs, fileText, post, type Refused, refusalOf, type Shown, show, shownBy } from '#http/form.ts';
import { OrganiserPage } from '#shells/organiser.tsx';
import { useWords } from '#shells/words.tsx';
import { editionsWithManagers } from '#slices/programmes/chapters/views.ts';
import { outlineOf } from '#slices/programmes/configuration/outline.ts';
import { foundIn, parsed } from '#slices/programmes/configuration/sent-file.ts';
import { timelineFrom } from '#slices/programmes/forms.ts';
import { copyEdition, createEdition, createEditionFrom, programmeForManager } from '#slices/programmes/index.ts';
import { type FoundFile, FromEdition, FromFile, FromPreset } from '#slices/programmes/parts/beginning/forms.tsx';
import { Ways } from '#slices/programmes/parts/beginning/ways.tsx';
import { DateFields, dateNames } from '#slices/programmes/parts/date-fields.tsx';
import { PanelFields } from '#slices/programmes/parts/panel.tsx';
import { Button } from '#ui/actions/button.tsx';
import { Link } from '#ui/actions/link.tsx';
import { Form } from '#ui/forms/form.tsx';
import { TextField } from '#ui/forms/text-field.tsx';
import { PageHead, Section, Split } from '#ui/frames/frames.tsx';

/** What the page begins with: nothing, an edition, a file or a preset. */
function fromOf(asked: string | null): PresetKey | 'copy' | 'file' | undefined {
  if (asked === 'copy' || asked === 'file') return asked;
  return asked !== null && isPreset(asked) ? asked : undefined;
}

export const loader = load(async (ctx, { params, url }) => {
  const { slug, name, zone, relations, editions } = await programmeForManager(ctx, params.programme ?? '');
  if (!relations.includes('manager')) throw problem('general.not-found');
  // The one after the newest, where editions are called by their year.
  const newest = /^\d{4}$/.test(editions[0]?.name ?? '') ? Number(editions[0]?.name) : undefined;
  const from = fromOf(url.searchParams.get('from'));
  const today = ctx.now.toISOString().slice(0, 10);
  const ofChapters = from === 'copy' ? await editionsWithManagers(ctx, editions) : false;
  const preset = from === undefined || from === 'copy' || from === 'file' ? undefined : from;
  return {
    slug,
    name,
    zone,
    from,
    ofChapters,
    preset: preset && { key: preset, outline: outlineOf(fromPreset(preset, name, today), ctx.language) },
    editions: editions.map(({ id, name: called }) => ({ id, name: called })),
    year: String(newest === undefined ? ctx.now.getUTCFullYear() : newest + 1),
  };
});

const programmeIn = ({ visitor, params }: FormArgs) => programmeForManager(visitor.ctx, params.programme ?? '');
const done = ({ slug, programmeSlug }: { slug: string; programmeSlug: string }) => `/manage/${programmeSlug}/${slug}`;
/** The document of a preset; without a day there is none. */
function presetDocument({ preset = '', opening = '', name = '' }: FormArgs['values']) {
  if (!isPreset(preset)) throw problem('general.not-found');
  if (!isDay(opening)) throw problem('general.invalid-input', { count: 1 }, [{ path: 'opening', code: 'field.required', facts: {} }]);
  return parsed(JSON.stringify(fromPreset(preset, name || opening.slice(0, 4), opening)));
}

export const action = act({
  create: post(createEdition, {
    input: async (args) => {
      const { id, zone } = await programmeIn(args);
      const { name = '', seats = '', minimumPanel = '' } = args.values;
      return { programme: id, name, seats, minimumPanel, ...timelineFrom(args.values, zone) };
    },
    done,
  }),
  copy: post(copyEdition, {
    input: ({ values: { from = '', name = '', years = '', managers } }) => ({ from, name, years, managers: managers !== undefined }),
    done,
  }),
  preset: post(createEditionFrom, {
    input: async (args) => {
      const { id } = await programmeIn(args);
      return { programme: id, name: args.values.name ?? '', document: presetDocument(args.values) };
    },
    done,
  }),
  look: show('look', async (args): Promise<FoundFile> => {
    const { zone, relations } = await programmeIn(args);
    if (!relations.includes('manager')) throw problem('general.not-found');
    const { language } = args.visitor.ctx;
    const read = foundIn(await fileText(args.form, 'file'), zone, language);
    if (!read.ok) return read;
    const { document } = read;
    return { ok: true, name: document.edition, outline: outlineOf(document, language), document: JSON.stringify(document) };
  }),
  file: post(createEditionFrom, {
    input: async (args) => {
      const { id } = await programmeIn(args);
      return { programme: id, name: args.values.name ?? '', document: parsed(args.values.document ?? '') };
    },
    done,
  }),
});

type View = Awaited<ReturnType<typeof loader>>;
type Answer = Refused | Shown<FoundFile> | undefined;

/** Nothing but dates and a panel; what an edition may begin with besides stands beside it. */
function Empty({ view, answer }: { view: View; answer: Answer }) {
  const { manage, beginning } = useWords();
  const words = manage.edition;
  return (
    <Split kind="wide">
      <Section title={beginning.empty} first>
        <Form
          act="create"
          refusal={refusalOf(answer, 'create')}
          names={{ name: words.name, ...dateNames(words), seats: words.seats, minimumPanel: words.minimum }}
        >
          <TextField name="name" label={words.name} hint={words.nameHint} value={view.year} short />
          <DateFields />
          <PanelFields seats={3} minimumPanel={2} />
          <Button kind="main">{words.create}</Button>
        </Form>
      </Section>
      <Ways here={`/manage/${view.slug}/new`} hasEditions={view.editions.length > 0} />
    </Split>
  );
}

function Chosen({ view, answer }: { view: View; answer: Answer }) {
  const { from, preset, editions, year } = view;
  if (preset) return <FromPreset preset={preset.key} outline={preset.outline} year={year} refusal={refusalOf(answer, 'preset')} />;
  if (from === 'copy')
    return <FromEdition editions={editions} ofChapters={view.ofChapters} year={year} refusal={refusalOf(answer, 'copy')} />;
  if (from === 'file')
    return <FromFile found={shownBy(answer, 'look')} looking={refusalOf(answer, 'look')} refusal={refusalOf(answer, 'file')} />;
  return <Empty view={view} answer={answer} />;
}

export default function NewEdition() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<Answer>();
  const { manage, beginning, editionPresets, dates } = useWords();
  const { slug, name, zone, from, preset } = view;
  const leads = { copy: beginning.copy.lead, file: beginning.file.lead };
  const aside = `${manage.edition.newLead(name)} ${manage.edition.datesAside(dates.cityOf(zone))}.`;
  const text = preset ? editionPresets[preset.key].about : from === 'copy' || from === 'file' ? leads[from] : aside;
  const title = preset ? editionPresets[preset.key].name : manage.edition.new;
  return (
    <OrganiserPage title={[manage.edition.new, name]} programme={{ text: name, to: `/manage?programme=${slug}` }}>
      <PageHead title={title} text={text} {...(from && { over: <Link to={`/manage/${slug}/new`}>{manage.edition.new}</Link> })} />
      <Chosen view={view} answer={answer} />
    </OrganiserPage>
  );
}

import { useActionData, useLoaderData } from 'react-router';
import type { Difference } from '#core/editions/differences.ts';
import { problem } from '#core/problems/problem.ts';
import { zonedText } from '#core/season/wall-time.ts';
import { load } from '#http/context.ts';
import { act, type FormArgs, fileText, post, type Refused, refusalOf, type Shown, show, shownBy } from '#http/form.ts';
import { EditionPage } from '#shells/edition.tsx';
import { type FaultLine, Faults } from '#shells/lists/faults.tsx';
import { useWords } from '#shells/words.tsx';
import { foundIn, parsed } from '#slices/programmes/configuration/sent-file.ts';
import {
  editionDocumentOf,
  editionForManager,
  editionsCompared,
  lateChanges,
  lockConfiguration,
  programmeForManager,
  replaceConfiguration,
  unlockConfiguration,
} from '#slices/programmes/index.ts';
import { Differences } from '#slices/programmes/parts/differences.tsx';
import { LateChanges } from '#slices/programmes/parts/late-changes.tsx';
import { Button, ButtonLink } from '#ui/actions/button.tsx';
import { Link } from '#ui/actions/link.tsx';
import { Select } from '#ui/forms/choice.tsx';
import { FileDrop } from '#ui/forms/files.tsx';
import { Form } from '#ui/forms/form.tsx';
import { TextField } from '#ui/forms/text-field.tsx';
import { PageHead, Section, Stack } from '#ui/frames/frames.tsx';
import { Notice } from '#ui/messages/notice.tsx';

export const loader = load(async (ctx, { params, url }) => {
  const { edition, mayChange } = await editionForManager(ctx, params.programme ?? '', params.edition ?? '');
  const { editions } = await programmeForManager(ctx, params.programme ?? '');
  const others = editions.filter(({ id }) => id !== edition.id);
  const other = others.find(({ slug }) => slug === url.searchParams.get('with'));
  const differences = other && editionsCompared(await editionDocumentOf(ctx, other), await editionDocumentOf(ctx, edition));
  const { id, slug, name, programmeName, programmeSlug, version, published, unlockedBecause } = edition;
  return {
    edition: { id, slug, name, programmeName, programmeSlug, version, published, unlockedBecause },
    mayChange,
    others: others.map(({ slug: value, name: label }) => ({ value, label })),
    compared: other && differences && { slug: other.slug, differences },
    changes: (await lateChanges(ctx, edition)).map((one) => ({ ...one, at: zonedText(one.at.getTime(), edition.zone) })),
    saved: url.searchParams.get('saved'),
  };
});

const editionIn = async ({ visitor, params }: FormArgs) => {
  const { edition, mayChange } = await editionForManager(visitor.ctx, params.programme ?? '', params.edition ?? '');
  if (!mayChange) throw problem('general.not-found');
  return edition;
};
const done =
  (saved: string) =>
  (_result: unknown, { params }: FormArgs) =>
    `/manage/${params.programme}/${params.edition}/file?saved=${saved}`;

type Found =
  | { readonly ok: false; readonly faults: readonly FaultLine[] }
  | { readonly ok: true; readonly differences: readonly Difference[]; readonly document: string };

export const action = act({
  look: show('look', async (args): Promise<Found> => {
    const edition = await editionIn(args);
    const read = foundIn(await fileText(args.form, 'file'), edition.zone, args.visitor.ctx.language);
    if (!read.ok) return read;
    const now = await editionDocumentOf(args.visitor.ctx, edition);
    return { ok: true, differences: editionsCompared(now, read.document), document: JSON.stringify(read.document) };
  }),
  apply: post(replaceConfiguration, {
    input: async (args) => {
      const { document = '', version = '' } = args.values;
      return { edition: (await editionIn(args)).id, version, document: parsed(document) };
    },
    done: done('applied'),
  }),
  unlock: post(unlockConfiguration, {
    input: async (args) => {
      const { because = '', version = '' } = args.values;
      return { edition: (await editionIn(args)).id, version, because };
    },
    done: done('unlocked'),
  }),
  lock: post(lockConfiguration, {
    input: async (args) => ({ edition: (await editionIn(args)).id, version: args.values.version ?? '' }),
    done: done('locked'),
  }),
});

type View = Awaited<ReturnType<typeof loader>>;
type Answer = Refused | Shown<Found> | undefined;
type PartProps = { readonly view: View; readonly answer: Answer };

function FilePart({ view, answer }: PartProps) {
  const { configuration: words, beginning } = useWords();
  const found = shownBy<Found>(answer, 'look');
  const { edition } = view;
  return (
    <Section title={words.upload}>
      <Stack>
        <p className="soft measure">
          {words.uploadLead} {beginning.file.comments}
        </p>
        {found && !found.ok && <Faults faults={found.faults} words={beginning.file} />}
        {found?.ok && (
          <Form act="apply" refusal={refusalOf(answer, 'apply')} files>
            <Notice live>{found.differences.length === 0 ? words.same : words.would(found.differences.length)}</Notice>
            {found.differences.length > 0 && <Differences of={found.differences} />}
            <input type="hidden" name="document" value={found.document} />
            <input type="hidden" name="version" value={edition.version} />
            {found.differences.length > 0 && <Button kind="main">{words.apply}</Button>}
          </Form>
        )}
        {!found && refusalOf(answer, 'apply') && (
          <Form act="apply" refusal={refusalOf(answer, 'apply')}>
            {null}
          </Form>
        )}
        <Form act="look" refusal={refusalOf(answer, 'look')} names={{ file: beginning.file.choose }} files>
          <FileDrop name="file" label={beginning.file.choose} hint={beginning.file.chooseHint} accept=".yaml,.yml,.json" />
          <Button>{beginning.file.look}</Button>
        </Form>
      </Stack>
    </Section>
  );
}

function LockPart({ view, answer }: PartProps) {
  const words = useWords().configuration;
  const { edition, mayChange } = view;
  const { published, unlockedBecause, version } = edition;
  const state = !published ? words.draft : unlockedBecause === null ? words.locked : words.unlocked(unlockedBecause);
  const isLocked = published && unlockedBecause === null;
  return (
    <Section title={words.lock}>
      <Stack>
        <p className="measure">{state}</p>
        {mayChange && isLocked && (
          <Form act="unlock" refusal={refusalOf(answer, 'unlock')} names={{ because: words.because }}>
            <TextField name="because" label={words.because} hint={words.becauseHint} />
            <input type="hidden" name="version" value={version} />
            <Button>{words.unlock}</Button>
          </Form>
        )}
        {mayChange && unlockedBecause !== null && (
          <Form act="lock" refusal={refusalOf(answer, 'lock')}>
            <input type="hidden" name="version" value={version} />
            <Button>{words.lockAgain}</Button>
          </Form>
        )}
      </Stack>
    </Section>
  );
}

function ComparePart({ view }: { view: View }) {
  const words = useWords().configuration;
  const { others, compared } = view;
  if (others.length === 0) return null;
  return (
    <Section title={words.compare}>
      <Stack>
        <form method="get" className="row">
          <Select name="with" label={words.compareWith} options={others} value={compared?.slug ?? others[0]?.value ?? ''} />
          <Button>{words.compareAct}</Button>
        </form>
        {compared && <p>{words.differs(compared.differences.length)}</p>}
        {compared && compared.differences.length > 0 && <Differences of={compared.differences} />}
      </Stack>
    </Section>
  );
}

const savedKinds = ['unlocked', 'locked', 'applied'] as const;

export default function EditionFile() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<Answer>();
  const words = useWords().configuration;
  const { edition } = view;
  const saved = savedKinds.find((kind) => kind === view.saved);
  return (
    <EditionPage edition={edition} part="edition" title={[words.title]}>
      <PageHead
        title={words.title}
        over={`${edition.programmeName} ${edition.name}`}
        text={words.lead}
        acts={<ButtonLink to={`/manage/${edition.programmeSlug}/${edition.slug}/file.yaml`}>{words.download}</ButtonLink>}
      />
      <Stack space="wide">
        {saved && !answer && (
          <Notice kind="ok" live>
            {words.done[saved]}
          </Notice>
        )}
        <ComparePart view={view} />
        {view.mayChange && <FilePart view={view} answer={answer} />}
        <LockPart view={view} answer={answer} />
        <Section title={words.history}>
          <Stack>
            <LateChanges of={view.changes} />
            {edition.published && (
              <p>
                <Link to={`/p/${edition.programmeSlug}/${edition.slug}/changes`}>{words.asPublic}</Link>
              </p>
            )}
          </Stack>
        </Section>
      </Stack>
    </EditionPage>
  );
}

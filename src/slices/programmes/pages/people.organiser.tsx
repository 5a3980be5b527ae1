import { useActionData, useLoaderData } from 'react-router';
import { zonedText } from '#core/season/wall-time.ts';
import { load, type PageArgs } from '#http/context.ts';
import { act, post, type Refused, refusalOf } from '#http/form.ts';
import { EditionPage } from '#shells/edition.tsx';
import { OrganiserPage } from '#shells/organiser.tsx';
import { useWords } from '#shells/words.tsx';
import { linkTokenOf, proofWanted } from '#slices/people/index.ts';
import {
  chapterCalled,
  chapterManagers,
  factorRoles,
  invite,
  inviteToChapter,
  namedChapters,
  openInvitations,
  peopleOfProgramme,
  programmeForManager,
  type Role,
  requireFactorOfRoles,
  withdrawChapter,
  withdrawInvitation,
  withdrawRole,
} from '#slices/programmes/index.ts';
import { ChapterInvite, ChapterTable } from '#slices/programmes/parts/chapters/people.tsx';
import { PeopleTables } from '#slices/programmes/parts/people.tsx';
import { Button } from '#ui/actions/button.tsx';
import { Checks, Radios } from '#ui/forms/choice.tsx';
import { Form } from '#ui/forms/form.tsx';
import { TextField } from '#ui/forms/text-field.tsx';
import { PageHead, Section, Split, Stack } from '#ui/frames/frames.tsx';
import { Notice } from '#ui/messages/notice.tsx';

const find = ({ visitor, params }: Pick<PageArgs, 'visitor' | 'params'>) => programmeForManager(visitor.ctx, params.programme ?? '');

export const loader = load(async (ctx, args) => {
  const programme = await find(args);
  const { id, slug, name, zone, relations } = programme;
  const [edition] = programme.editions;
  const told = (at: Date) => zonedText(at.getTime(), zone);
  const invitations = await openInvitations(ctx, id);
  const holders = await peopleOfProgramme(ctx, id);
  const chapters = edition ? await namedChapters(ctx, edition.id) : [];
  const called = (key: string | null) => chapterCalled(chapters, key);
  const ofChapters = edition ? await chapterManagers(ctx, edition) : [];
  return {
    programme: { slug, name },
    edition: edition && { programmeSlug: slug, programmeName: name, slug: edition.slug, name: edition.name },
    holders: holders.map(({ since, ...holder }) => ({ ...holder, since: told(since) })),
    chapters: chapters.map(({ key, name: text }) => ({ key, name: text })),
    ofChapters: ofChapters.map(({ since, chapter, ...one }) => ({ ...one, chapter, called: called(chapter), since: told(since) })),
    invitations: invitations.map(({ sentAt, expiresAt, chapter, ...one }) => ({
      ...one,
      chapter: called(chapter),
      sentAt: told(sentAt),
      expiresAt: told(expiresAt),
      expired: expiresAt <= ctx.now,
    })),
    mayChange: relations.includes('manager'),
    factorRoles: await factorRoles(ctx, id),
    proof: await proofWanted(ctx),
    saved: args.url.searchParams.has('saved'),
    invited: args.url.searchParams.get('invited'),
    withdrawn: args.url.searchParams.get('withdrawn'),
  };
});

const roles = ['judge', 'manager', 'auditor', 'screener'] as const;
const askedRoles = [...roles, 'chapter-manager'] as const;

const roleIn = (text: string | undefined): Role => roles.find((one) => one === text) ?? 'judge';

/** The newest edition: the one the page is about. */
async function editionIn(args: Pick<PageArgs, 'visitor' | 'params'>): Promise<string> {
  return (await find(args)).editions[0]?.id ?? '';
}

export const action = act({
  invite: post(invite, {
    input: async (args) => {
      const { email = '', name = '', role } = args.values;
      return { programme: (await find(args)).id, email, name, role: roleIn(role), token: linkTokenOf(args.key, email) };
    },
    done: (_result, { params, values }) => `/manage/${params.programme}/people?invited=${encodeURIComponent(values.email ?? '')}`,
  }),
  withdraw: post(withdrawRole, {
    input: async (args) => ({ programme: (await find(args)).id, person: args.values.person ?? '', role: roleIn(args.values.role) }),
    done: (_result, { params }) => `/manage/${params.programme}/people?withdrawn=role`,
  }),
  factor: post(requireFactorOfRoles, {
    input: async (args) => ({
      programme: (await find(args)).id,
      roles: askedRoles.filter((one) => (args.values.roles ?? '').split('\n').includes(one)),
    }),
    done: (_result, { params }) => `/manage/${params.programme}/people?saved`,
  }),
  chapter: post(inviteToChapter, {
    input: async (args) => {
      const { email = '', name = '', chapter = '' } = args.values;
      return { edition: await editionIn(args), chapter, email, name, token: linkTokenOf(args.key, email) };
    },
    done: (_result, { params, values }) => `/manage/${params.programme}/people?invited=${encodeURIComponent(values.email ?? '')}`,
  }),
  'withdraw-chapter': post(withdrawChapter, {
    input: async (args) => ({
      edition: await editionIn(args),
      chapter: args.values.chapter ?? '',
      person: args.values.person ?? '',
    }),
    done: (_result, { params }) => `/manage/${params.programme}/people?withdrawn=role`,
  }),
  'withdraw-invitation': post(withdrawInvitation, {
    input: async (args) => ({ programme: (await find(args)).id, invitation: args.values.invitation ?? '' }),
    done: (_result, { params }) => `/manage/${params.programme}/people?withdrawn=invitation`,
  }),
});

function InviteForm({ refused }: { refused: Refused | undefined }) {
  const words = useWords().manage.people;
  const options = roles.map((value) => ({
    value,
    label: words.roles[value],
    hint: words.roleHints[value],
  }));
  return (
    <Section title={words.invite} first>
      <Form act="invite" refusal={refusalOf(refused, 'invite')} names={{ name: words.name, email: words.email, role: words.role }}>
        <p className="soft t-sm">{words.inviteLead}</p>
        <TextField name="name" label={words.name} />
        <TextField name="email" type="email" label={words.email} />
        <Radios name="role" label={words.role} options={options} value="judge" />
        <Button kind="main">{words.send}</Button>
      </Form>
    </Section>
  );
}

type View = Awaited<ReturnType<typeof loader>>;

function FactorForm({ view, refused }: { view: View; refused: Refused | undefined }) {
  const { roles: names, factor } = useWords().manage.people;
  const options = askedRoles.map((value) => ({ value, label: names[value] }));
  return (
    <Section title={factor.title}>
      <Form act="factor" proof={view.proof} refusal={refusalOf(refused, 'factor')} names={{ roles: factor.roles }}>
        <p className="soft measure">{factor.lead}</p>
        <Checks name="roles" label={factor.roles} options={options} values={view.factorRoles} />
        <Button>{factor.save}</Button>
      </Form>
    </Section>
  );
}

/** Who manages which chapter of the newest edition, and asking somebody to. */
function ChaptersSection({ view, refused }: { view: View; refused: Refused | undefined }) {
  const words = useWords().manage.people.chapters;
  const { chapters, ofChapters, mayChange, edition } = view;
  return (
    <Section title={words.title(edition?.name ?? '')}>
      <Split kind="wide">
        <ChapterTable holders={ofChapters} mayChange={mayChange} refusal={refusalOf(refused, 'withdraw-chapter')} />
        {mayChange && <ChapterInvite chapters={chapters} refusal={refusalOf(refused, 'chapter')} />}
      </Split>
    </Section>
  );
}

export default function People() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const words = useWords().manage.people;
  const { programme, edition, holders, invitations, mayChange } = view;
  const inside = (
    <>
      <PageHead title={words.title} text={words.lead} over={programme.name} />
      <Stack space="wide">
        {!refused && view.invited && (
          <Notice kind="ok" live>
            {words.invited(view.invited)}
          </Notice>
        )}
        {!refused && view.saved && (
          <Notice kind="ok" live>
            {words.factor.saved}
          </Notice>
        )}
        {!refused && view.withdrawn && (
          <Notice kind="ok" live>
            {view.withdrawn === 'invitation' ? words.invitationWithdrawn : words.withdrawn}
          </Notice>
        )}
        <Split kind="wide">
          <PeopleTables
            holders={holders}
            invitations={invitations}
            mayChange={mayChange}
            refusal={refusalOf(refused, 'withdraw')}
            invitationRefusal={refusalOf(refused, 'withdraw-invitation')}
          />
          {mayChange && <InviteForm refused={refused} />}
        </Split>
        {view.chapters.length > 0 && <ChaptersSection view={view} refused={refused} />}
        {mayChange && <FactorForm view={view} refused={refused} />}
      </Stack>
    </>
  );
  if (edition) {
    return (
      <EditionPage edition={edition} part="people" title={[words.title]}>
        {inside}
      </EditionPage>
    );
  }
  return (
    <OrganiserPage title={[words.title, programme.name]} programme={{ text: programme.name, to: `/manage?programme=${programme.slug}` }}>
      {inside}
    </OrganiserPage>
  );
}

import { useActionData, useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { act, post, type Refused, refusalOf } from '#http/form.ts';
import { PublicPage } from '#shells/public.tsx';
import { useVisitor } from '#shells/visitor.tsx';
import { useWords } from '#shells/words.tsx';
import { requireHuman } from '#slices/nominations/human.ts';
import { nominate } from '#slices/nominations/index.ts';
import { NominationFields } from '#slices/nominations/parts/form.tsx';
import { nominationForm } from '#slices/nominations/public-view.ts';
import { Link } from '#ui/actions/link.tsx';
import { Opening } from '#ui/frames/editorial.tsx';
import { Stack } from '#ui/frames/frames.tsx';
import { Notice } from '#ui/messages/notice.tsx';

export const handle = { js: false };

export const loader = load((ctx, { params }) => nominationForm(ctx, params.programme ?? '', params.edition ?? '', params.category ?? ''));

/** What the form sent, as the operation asks for it; anything that is none of the choices is told so there. */
const chosen = (text: string | undefined) => text as never;

export const action = act({
  nominate: post(nominate, {
    input: async ({ visitor, params, values }) => {
      const { ctx } = visitor;
      requireHuman({ mark: values.mark, trap: values.website }, ctx.now);
      const { category } = await nominationForm(ctx, params.programme ?? '', params.edition ?? '', params.category ?? '');
      return {
        category: category.id,
        kind: chosen(values.kind),
        relation: chosen(values.relation),
        name: values.name ?? '',
        worksFor: values.worksFor ?? '',
        email: values.email ?? '',
        reason: values.reason ?? '',
        evidence: values.evidence ?? '',
        evidenceAddress: values.evidenceAddress ?? '',
        nominator: values.nominator ?? '',
        nominatorEmail: values.nominatorEmail ?? '',
        named: values.named === 'on',
        hidden: values.hidden === 'on',
      };
    },
    done: ({ nomination }) => `/nominations/${nomination}`,
  }),
});

type View = Awaited<ReturnType<typeof loader>>;

function NotNow({ view }: { view: View }) {
  const { nominations, dates } = useWords();
  const words = nominations.form;
  const { state, category, opens, closes } = view;
  if (state === 'open' && !category.retired) return null;
  const text = category.retired
    ? words.retired
    : state === 'none'
      ? words.none
      : state === 'not-open-yet'
        ? words.notOpen(dates.full(opens))
        : words.over(dates.full(closes));
  return (
    <Notice>
      <p>{text}</p>
    </Notice>
  );
}

export default function Nominate() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  const { nominations, call, dates } = useWords();
  const { organisationName } = useVisitor();
  const words = nominations.form;
  const { programme, edition, category, state } = view;
  const page = `/p/${programme.slug}/${edition.slug}`;
  const award = `${programme.name} ${edition.name}`;
  const items = [
    { to: page, text: call.nav.edition(edition.name) },
    { to: `${page}#categories`, text: call.nav.categories },
    { to: `${page}/categories/${category.code}/nominate`, text: words.short, current: true },
  ];
  const open = state === 'open' && !category.retired;
  return (
    <PublicPage title={[words.title(category.name), award]} programme={{ text: programme.name, to: `/p/${programme.slug}` }} items={items}>
      <Opening over={award} title={words.title(category.name)} lead={open ? words.lead(award) : undefined} />
      <Stack space="wide">
        <NotNow view={view} />
        {open && (
          <>
            <p className="num soft">{words.closes(dates.full(view.closes))}</p>
            <NominationFields view={view} refusal={refusalOf(refused, 'nominate')} />
            <p className="soft t-sm measure">{words.privacy(organisationName, view.kept)}</p>
          </>
        )}
        <p>
          <Link kind="go" to={`${page}/categories/${category.code}`}>
            {words.toCategory}
          </Link>
        </p>
      </Stack>
    </PublicPage>
  );
}

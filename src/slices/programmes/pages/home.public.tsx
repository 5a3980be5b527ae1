import { useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { PublicPage } from '#shells/public.tsx';
import { useVisitor } from '#shells/visitor.tsx';
import { useWords } from '#shells/words.tsx';
import { toldDates } from '#slices/programmes/edition.ts';
import { CallPage } from '#slices/programmes/parts/call-page.tsx';
import { callOf } from '#slices/programmes/public/call.ts';
import { publishedProgrammes } from '#slices/programmes/public/views.ts';
import { ButtonLink } from '#ui/actions/button.tsx';
import { Link } from '#ui/actions/link.tsx';
import { Opening } from '#ui/frames/editorial.tsx';
import { Empty } from '#ui/messages/empty.tsx';

export const handle = { js: false, cache: 30 };

/** Where one programme is held, its page is the first page; where there are several, they are listed. */
export const loader = load(async (ctx) => {
  const programmes = await publishedProgrammes(ctx);
  const [only] = programmes;
  if (only && programmes.length === 1) return { call: await callOf(ctx, only.programme.slug), lines: [] };
  const lines = programmes.map(({ programme, edition }) => ({
    slug: programme.slug,
    name: programme.name,
    summary: programme.summary,
    phase: edition.phase,
    dates: toldDates(edition),
  }));
  return { call: undefined, lines };
});

type Line = Awaited<ReturnType<typeof loader>>['lines'][number];

function ProgrammeLine({ line }: { line: Line }) {
  const { call: words, dates } = useWords();
  const { opens, closes, judgingCloses, announced } = line.dates;
  const at = {
    upcoming: opens,
    'entries-open': closes,
    screening: closes,
    'judging-open': judgingCloses,
    deciding: judgingCloses,
    announced: announced ?? judgingCloses,
  }[line.phase];
  return (
    <li>
      <span />
      <div>
        <h2 className="h2">
          <Link kind="plain" to={`/p/${line.slug}`}>
            <bdi>{line.name}</bdi>
          </Link>
        </h2>
        <p className="read">{line.summary}</p>
        <p className="t-sm soft num">
          {words.lines[line.phase]} · {dates.day(at)}
        </p>
      </div>
    </li>
  );
}

function NoCall() {
  const { home } = useWords().call;
  const { name } = useVisitor();
  return (
    <Empty title={home.empty} acts={name === undefined && <ButtonLink to="/sign-in">{home.signIn}</ButtonLink>}>
      {home.emptyText}
    </Empty>
  );
}

export default function Home() {
  const { call, lines } = useLoaderData<typeof loader>();
  const words = useWords().call.home;
  const { organisationName } = useVisitor();
  if (call) return <CallPage call={call} />;
  return (
    <PublicPage title={[organisationName]}>
      <Opening title={organisationName} lead={words.lead} />
      {lines.length === 0 ? (
        <NoCall />
      ) : (
        <ol className="cats">
          {lines.map((line) => (
            <ProgrammeLine key={line.slug} line={line} />
          ))}
        </ol>
      )}
    </PublicPage>
  );
}

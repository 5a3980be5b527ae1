import { useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { PublicPage } from '#shells/public.tsx';
import { useWords } from '#shells/words.tsx';
import { refusalPage } from '#slices/integrations/index.ts';
import { Link } from '#ui/actions/link.tsx';
import { Facts } from '#ui/data/facts.tsx';
import { PageHead, Row, Section, Stack } from '#ui/frames/frames.tsx';

export const handle = { js: false };

export const loader = load((ctx, { params }) => Promise.resolve(refusalPage(params.code ?? '', ctx.language)));

export default function ProblemMeaning() {
  const { code, status, title, detail, filled, calls } = useLoaderData<typeof loader>();
  const words = useWords().api.refusals;
  const facts = [
    { name: words.code, value: <code>{code}</code> },
    { name: words.status, value: `${status}, ${words.statuses[status] ?? ''}` },
    ...(filled ? [{ name: words.places, value: words.placesText }] : []),
  ];
  return (
    <PublicPage title={[title, words.title]}>
      <PageHead title={title} text={detail} over={words.over} />
      <Stack space="wide">
        <Facts of={facts} />
        {calls.length > 0 && (
          <Section title={words.calls} first>
            <ul className="stack-2">
              {calls.map(({ id, summary }) => (
                <li key={id}>
                  <Link to={`/developers#${id}`}>{summary}</Link>
                </li>
              ))}
            </ul>
          </Section>
        )}
        <Row>
          <Link kind="go" to="/problems">
            {words.all}
          </Link>
          <Link kind="go" to="/developers">
            {words.reference}
          </Link>
        </Row>
      </Stack>
    </PublicPage>
  );
}

import { useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { PublicPage } from '#shells/public.tsx';
import { useWords } from '#shells/words.tsx';
import { apiReference } from '#slices/integrations/index.ts';
import { Link } from '#ui/actions/link.tsx';
import { Facts } from '#ui/data/facts.tsx';
import { PageHead, Row, Section, Stack } from '#ui/frames/frames.tsx';
import { Operations, Shapes } from '../parts/reference.tsx';

export const handle = { js: false };

export const loader = load((_ctx, { base }) => Promise.resolve({ ...apiReference().view, root: `${base}/api/v1` }));

export default function Developers() {
  const { version, subjects, shapes, root } = useLoaderData<typeof loader>();
  const { api } = useWords();
  const words = api.page;
  return (
    <PublicPage title={[words.title]}>
      <div className="reference">
        <PageHead title={words.title} text={words.lead} over={words.version(version)} />
        <Stack space="wide">
          <Row>
            <Link kind="go" to="/account/api-keys">
              {words.makeKey}
            </Link>
            <Link kind="go" to="/api/v1/openapi.json">
              {words.document}
            </Link>
            <Link kind="go" to="/problems">
              {api.refusals.all}
            </Link>
          </Row>
          <Section title={words.basics} first>
            <Facts long of={words.guide(root).map(([name, value]) => ({ name, value }))} />
          </Section>
          {subjects.map(({ name, about, operations }) => (
            <Section key={name} title={words.subjects[name] ?? name}>
              <Stack>
                <p className="soft measure">{about}</p>
                <Operations operations={operations} />
              </Stack>
            </Section>
          ))}
          <Section title={words.shapes}>
            <Shapes shapes={shapes} />
          </Section>
        </Stack>
      </div>
    </PublicPage>
  );
}

import { useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { PublicPage } from '#shells/public.tsx';
import { useWords } from '#shells/words.tsx';
import { allRefusals } from '#slices/integrations/index.ts';
import { Link } from '#ui/actions/link.tsx';
import { Table } from '#ui/data/table.tsx';
import { PageHead, Section, Stack } from '#ui/frames/frames.tsx';

export const handle = { js: false };

export const loader = load((ctx) => Promise.resolve({ subjects: allRefusals(ctx.language) }));

export default function Problems() {
  const { subjects } = useLoaderData<typeof loader>();
  const words = useWords().api.refusals;
  const count = subjects.reduce((sum, { refusals }) => sum + refusals.length, 0);
  return (
    <PublicPage title={[words.title]}>
      <PageHead title={words.title} text={words.lead(count)} />
      <Stack space="wide">
        {subjects.map(({ subject, refusals }) => (
          <Section key={subject} title={words.ofSubject(subject)}>
            <Table
              caption={words.ofSubject(subject)}
              tight
              rows={refusals}
              keyOf={({ code }) => code}
              columns={[
                {
                  id: 'code',
                  head: words.code,
                  names: true,
                  cell: ({ code }) => (
                    <Link to={`/problems/${code}`}>
                      <code>{code}</code>
                    </Link>
                  ),
                },
                { id: 'status', head: words.status, align: 'right', cell: ({ status }) => status },
                { id: 'title', head: words.says, cell: ({ title }) => title },
              ]}
            />
          </Section>
        ))}
      </Stack>
    </PublicPage>
  );
}

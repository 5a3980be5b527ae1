import { useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { useWords } from '#shells/words.tsx';
import { MailPage, mailPath } from '#slices/messages/parts/frame.tsx';
import { textsPage } from '#slices/messages/texts/views.ts';
import { type Column, Table } from '#ui/data/table.tsx';
import { TitleCell } from '#ui/data/title-cell.tsx';

export const handle = { js: false };

export const loader = load((ctx, { params }) => textsPage(ctx, params.programme ?? '', params.edition ?? ''));

type Line = Awaited<ReturnType<typeof loader>>['kinds'][number];

export default function MailTexts() {
  const { edition, kinds } = useLoaderData<typeof loader>();
  const { mailing } = useWords();
  const words = mailing.texts;
  const columns: Column<Line>[] = [
    {
      id: 'mail',
      head: words.kind,
      names: true,
      cell: ({ mail, subject }) =>
        subject === undefined ? (
          <TitleCell small={words.byOrganiser}>{mailing.kindOf(mail)}</TitleCell>
        ) : (
          <TitleCell to={`${mailPath(edition)}/texts/${mail}`} small={subject}>
            {mailing.kindOf(mail)}
          </TitleCell>
        ),
    },
    { id: 'words', head: words.words, cell: ({ own, subject }) => subject !== undefined && (own ? words.own : words.standing) },
    { id: 'topic', head: words.who, cell: ({ topic }) => words.topics[topic] },
  ];
  return (
    <MailPage edition={edition} part="texts" title={words.title} text={words.lead}>
      <Table caption={words.title} columns={columns} rows={kinds} keyOf={({ mail }) => mail} />
    </MailPage>
  );
}

import { Fragment } from 'react';
import { useWords } from '#shells/words.tsx';
import type { Progress } from '#slices/judging/index.ts';
import { ButtonLink } from '#ui/actions/button.tsx';
import { Fold } from '#ui/data/fold.tsx';
import { type Column, Table } from '#ui/data/table.tsx';
import { TitleCell } from '#ui/data/title-cell.tsx';
import { Section } from '#ui/frames/frames.tsx';
import { Tag, type TagKind } from '#ui/messages/tag.tsx';

type Counts = Progress['total'];

function useCounts<Row extends Counts>(closed: boolean): Column<Row>[] {
  const words = useWords().judging.run;
  const state = ({ seats, begun, done }: Counts): [TagKind, string] => {
    if (seats > 0 && done === seats) return ['ok', words.states.done];
    if (closed) return ['bad', words.states.late];
    return begun + done > 0 ? ['busy', words.states.begun] : ['plain', words.states.open];
  };
  const figure = (id: 'seats' | 'begun' | 'done'): Column<Row> => ({
    id,
    head: words[id],
    align: 'right',
    cell: (row) => <span className="num">{row[id]}</span>,
  });
  return [
    figure('seats'),
    figure('begun'),
    figure('done'),
    {
      id: 'state',
      head: words.state,
      nowrap: true,
      cell: (row) => {
        if (row.seats === 0) return null;
        const [kind, text] = state(row);
        return <Tag kind={kind}>{text}</Tag>;
      },
    },
  ];
}

export function ByCategory({ progress }: { progress: Progress }) {
  const words = useWords().judging.run;
  const counts = useCounts<Progress['categories'][number]>(progress.closed);
  return (
    <Section title={words.byCategory}>
      <Table
        caption={words.byCategory}
        tight
        rows={progress.categories}
        keyOf={({ category }) => category}
        columns={[
          { id: 'category', head: words.category, names: true, cell: ({ code, name }) => <TitleCell small={code}>{name}</TitleCell> },
          { id: 'entries', head: words.entries, align: 'right', cell: ({ entries }) => <span className="num">{entries}</span> },
          ...counts,
        ]}
      />
    </Section>
  );
}

/** Numbers of entries, each whole on its line. */
function Codes({ of }: { of: readonly string[] }) {
  return of.map((number, i) => (
    <Fragment key={number}>
      {i > 0 && ' '}
      <span className="nowrap">
        {number}
        {i < of.length - 1 && ','}
      </span>
    </Fragment>
  ));
}

/** Whoever owes most stands first; those who owe nothing stand below, under a line of their own. */
export function ByJudge({ progress }: { progress: Progress }) {
  const { judging, dates } = useWords();
  const words = judging.run;
  const owed = ({ seats, done }: Counts) => seats - done;
  const codes = Map.groupBy(progress.missing, ({ judge }) => judge);
  const missing = progress.missing.length;
  const counts = useCounts<Progress['judges'][number]>(progress.closed);
  const judge: Column<Progress['judges'][number]> = { id: 'judge', head: words.judge, names: true, cell: ({ name }) => name };
  const sorted = [...progress.judges].sort((a, b) => owed(b) - owed(a));
  const owing = missing === 0 ? sorted : sorted.filter((row) => owed(row) > 0);
  const settled = sorted.slice(owing.length);
  return (
    <Section title={missing === 0 ? words.byJudge : words.missingOf(missing)}>
      {progress.judges.length === 0 ? (
        <p className="soft">{words.nobody}</p>
      ) : (
        <Table
          caption={words.byJudge}
          tight
          rows={owing}
          keyOf={({ judge }) => judge}
          columns={[
            judge,
            ...(missing === 0
              ? []
              : ([
                  { id: 'owed', head: words.owed, align: 'right', cell: (row) => <span className="num strong">{owed(row)}</span> },
                  {
                    id: 'reminded',
                    head: words.remindedLast,
                    nowrap: true,
                    cell: ({ reminded }) =>
                      reminded === null ? <span className="soft">{words.neverReminded}</span> : dates.short(reminded),
                  },
                ] satisfies Column<Progress['judges'][number]>[])),
            ...counts,
            ...(missing === 0
              ? []
              : ([
                  {
                    id: 'which',
                    head: words.which,
                    wide: true,
                    cell: ({ judge }) => <Codes of={(codes.get(judge) ?? []).map(({ number }) => number)} />,
                  },
                ] satisfies Column<Progress['judges'][number]>[])),
          ]}
        />
      )}
      {settled.length > 0 && (
        <div className="section stack-2">
          <h3 className="h4">{words.settled(settled.length)}</h3>
          <Table caption={words.settled(settled.length)} tight rows={settled} keyOf={({ judge: id }) => id} columns={[judge, ...counts]} />
        </div>
      )}
    </Section>
  );
}

/** Who owes which ballot, each with the way to release the seat. */
export function Missing({ progress, mayChange, here }: { progress: Progress; mayChange: boolean; here: string }) {
  const words = useWords().judging.run;
  const columns: Column<Progress['missing'][number]>[] = [
    { id: 'judge', head: words.judge, names: true, cell: ({ name }) => name },
    { id: 'entry', head: words.entry, cell: ({ number, title }) => <TitleCell small={number}>{title}</TitleCell> },
  ];
  const release: Column<Progress['missing'][number]> = {
    id: 'release',
    head: <span className="vh">{words.release}</span>,
    align: 'right',
    cell: ({ entry, judge, number, name }) => (
      <ButtonLink size="small" kind="quiet" to={`${here}?release=${entry}&judge=${judge}`} more={words.releaseMore(number, name)}>
        {words.release}
      </ButtonLink>
    ),
  };
  const mayRelease = mayChange && !progress.decided;
  if (progress.missing.length === 0) return null;
  return (
    <Fold summary={mayRelease ? words.missingRelease : words.missingWhich} open={progress.closed}>
      <div className="stack">
        <p className="soft measure">{words.missingLead}</p>
        <Table
          caption={words.missing}
          tight
          rows={progress.missing}
          keyOf={({ entry, judge }) => `${entry} ${judge}`}
          columns={mayRelease ? [...columns, release] : columns}
        />
      </div>
    </Fold>
  );
}

export function Interests({ progress }: { progress: Progress }) {
  const words = useWords().judging.run;
  return (
    <Section title={words.interests}>
      {progress.interests.length === 0 ? (
        <p className="soft">{words.interestsNone}</p>
      ) : (
        <ul className="stack-2">
          {progress.interests.map(({ name, number, reason }) => (
            <li key={`${name} ${number}`}>
              <span className="strong">{words.interest(name, number)}</span> <span className="soft">{reason}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

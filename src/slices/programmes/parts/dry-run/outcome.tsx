import type { CategoryOutcome, DryRunResult } from '#core/dry-run/outcome.ts';
import { useWords } from '#shells/words.tsx';
import type { DryRunPage } from '#slices/programmes/dry-run/views.ts';
import { Figures } from '#ui/data/facts.tsx';
import { type Column, Table } from '#ui/data/table.tsx';
import { Section, Split } from '#ui/frames/frames.tsx';
import { Bars } from '#ui/plots/bars.ts';
import { WithData } from '#ui/plots/with-data.ts';
import { Costs } from './costs.tsx';

type Run = NonNullable<DryRunPage['run']>;
type Counted = { readonly name: string; readonly n: number; readonly warn?: boolean };

const sum = (categories: readonly CategoryOutcome[], of: Exclude<keyof CategoryOutcome, 'category' | 'levels'>): number =>
  categories.reduce((all, each) => all + each[of], 0);

const share = (n: number, of: number): number => (of === 0 ? 0 : n / of);

function Head({ result, run }: { result: DryRunResult; run: Run }) {
  const words = useWords().dryRun.figures;
  const { categories, seasons, minutes, judges, load, short } = result;
  const entries = sum(categories, 'entries');
  const winners = seasons * categories.length;
  const [tied, close] = [share(sum(categories, 'tied'), entries), share(sum(categories, 'close'), winners)];
  const named = sum(categories, 'named');
  const right = share(sum(categories, 'right'), named);
  const stated = run.asked.minutes !== undefined;
  return (
    <Figures
      of={[
        { name: words.entries, value: entries / seasons, ...(short > 0 && { note: words.short(short) }) },
        { name: words.seats, value: result.seats, note: words.load(load.least, load.most) },
        { name: words.hours, value: words.hoursFigure(minutes), note: words.hoursOf(minutes, judges, stated) },
        { name: words.ties, value: words.percent(tied), note: words.sure(entries, tied) },
        { name: words.close, value: words.percent(close), note: words.sure(winners, close) },
        named === 0
          ? { name: words.right, value: words.none, note: words.rightNote }
          : { name: words.right, value: words.percent(right), note: `${words.sure(named, right)}; ${words.rightNote}` },
      ]}
    />
  );
}

/** Shares as bars, with their numbers behind them. */
function Shares({ title, aside, head, of, rows }: { title: string; aside: string; head: string; of: number; rows: readonly Counted[] }) {
  const words = useWords().dryRun;
  const percent = words.figures.percent;
  return (
    <Section title={title} aside={aside} level={3} first>
      <WithData
        data={{
          open: words.outcome.numbers,
          caption: title,
          head: [title, head, words.outcome.share],
          rows: rows.map(({ name, n }) => [name, n, percent(share(n, of))]),
        }}
      >
        <Bars
          label={words.outcome.picture(rows.map(({ name, n }) => words.outcome.part(name, share(n, of))))}
          rows={rows.map(({ name, n, warn }) => ({ name, share: share(n, of), value: percent(share(n, of)), ...(warn && { warn }) }))}
        />
      </WithData>
    </Section>
  );
}

/** A table of thousands of categories is no use to anybody: the closest are shown. */
const most = 100;

function PerCategory({ result, names }: { result: DryRunResult; names: Readonly<Record<string, string>> }) {
  const words = useWords().dryRun.outcome;
  const { categories, seasons } = result;
  const rows = [...categories].sort((a, b) => b.close - a.close).slice(0, most);
  const shown = categories.length > most ? rows : categories;
  const reached: Column<CategoryOutcome> = {
    id: 'levels',
    head: words.reached,
    wide: true,
    cell: ({ levels, none }) =>
      [...levels.map(({ level, entries }) => words.level(level, entries)), words.level(words.noLevel, none)].join(' · '),
  };
  const columns: Column<CategoryOutcome>[] = [
    {
      id: 'category',
      head: words.category,
      names: true,
      cell: ({ category }) => (
        <>
          <b className="num">{category}</b> <bdi>{names[category]}</bdi>
        </>
      ),
    },
    ...(categories.some(({ levels }) => levels.length > 0) ? [reached] : []),
    { id: 'tied', head: words.tied, align: 'right', cell: ({ tied, entries }) => words.times(tied, entries) },
    { id: 'close', head: words.close, align: 'right', cell: ({ close }) => words.times(close, seasons) },
    { id: 'right', head: words.right, align: 'right', cell: ({ right, named }) => words.times(right, named) },
  ];
  return (
    <Section title={words.perCategory} aside={words.perCategoryAside(seasons)}>
      {categories.length > most && <p className="soft">{words.more(most, categories.length)}</p>}
      <Table caption={words.table} columns={columns} rows={shown} keyOf={({ category }) => category} tight />
    </Section>
  );
}

function useLevels({ categories }: DryRunResult): readonly Counted[] {
  const words = useWords().dryRun.outcome;
  const found = new Map<string, number>();
  for (const { levels } of categories) for (const { level, entries } of levels) found.set(level, (found.get(level) ?? 0) + entries);
  return [...[...found].map(([name, n]) => ({ name, n })), { name: words.noLevel, n: sum(categories, 'none') }];
}

type Props = { readonly result: DryRunResult; readonly run: Run; readonly names: Readonly<Record<string, string>>; readonly here: string };

/** What a run came to: its figures, what it looks like, category by category, and what each rule did.; `here`: the edition's address. */
export function Outcome({ result, run, names, here }: Props) {
  const words = useWords().dryRun;
  const { outcome, made } = words;
  const { categories, seasons } = result;
  const levels = useLevels(result);
  const hasLevels = levels.length > 1;
  const kinds = (['called', 'close', 'joint', 'unsaid'] as const).map(
    (kind): Counted => ({ name: outcome.kinds[kind], n: sum(categories, kind), warn: kind === 'close' }),
  );
  return (
    <>
      <Head result={result} run={run} />
      <Section title={outcome.title}>
        <Split kind="half">
          <Shares
            title={outcome.winners}
            aside={outcome.winnersAside}
            head={outcome.categories}
            of={seasons * categories.length}
            rows={kinds}
          />
          {hasLevels && (
            <Shares
              title={outcome.levels}
              aside={outcome.levelsAside}
              head={outcome.entries}
              of={sum(categories, 'entries')}
              rows={levels}
            />
          )}
        </Split>
      </Section>
      <PerCategory result={result} names={names} />
      <Costs result={result} here={here} />
      <Section title={made.title}>
        <p className="soft measure">{made.text(run.asked.seed)}</p>
      </Section>
    </>
  );
}

import { useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { PublicPage } from '#shells/public.tsx';
import { useWords } from '#shells/words.tsx';
import { type PublicOutcome, type PublicWinners, winnersForPublic } from '#slices/results/index.ts';
import { Facts } from '#ui/data/facts.tsx';
import { Fold } from '#ui/data/fold.tsx';
import { Log } from '#ui/data/lists.tsx';
import { Chapter, Opening } from '#ui/frames/editorial.tsx';
import { Laurel } from '#ui/marks/level.ts';

export const handle = { js: false, cache: 30 };

export const loader = load((ctx, { params }) => winnersForPublic(ctx, params.programme ?? '', params.edition ?? ''));

type Winner = PublicOutcome['winners'][number];

/** 64 hex digits in groups that can be compared by eye. */
const inFours = (hex: string) => hex.match(/.{1,4}/g)?.join(' ') ?? hex;

function Names({ winners, id }: { winners: readonly Winner[]; id: string }) {
  const words = useWords().results.winners;
  return (
    <h2 className="winner__name" id={id}>
      {winners.map(({ entry, nominee }, i) => (
        <span key={entry}>
          {i > 0 && <span className="faint"> {words.and} </span>}
          {nominee}
        </span>
      ))}
    </h2>
  );
}

function Awarded({ outcome }: { outcome: PublicOutcome }) {
  const words = useWords().results.winners;
  const { winners, entries, category, name } = outcome;
  const [first] = winners;
  const shared = winners.length > 1;
  return (
    <section className="winner" aria-labelledby={category}>
      <p className="winner__cat winner__top strong">{name}</p>
      <div className="winner__mark">
        <Laurel />
      </div>
      <div className="stack">
        <div className="stack-2">
          <p className="level level--gold">{shared ? words.shared : words.winner}</p>
          <Names winners={winners} id={category} />
          <p className="h3 serif-t">{winners.map(({ title }) => title).join(' · ')}</p>
        </div>
        {first && (
          <p className="soft num">
            {entries > 1 ? words.score(first.score, first.ballots, entries) : words.scoreAlone(first.score, first.ballots)}
          </p>
        )}
      </div>
    </section>
  );
}

function NotAwarded({ outcome }: { outcome: PublicOutcome }) {
  const words = useWords().results.winners;
  const { entries, category, name } = outcome;
  return (
    <section className="winner" aria-labelledby={category}>
      <p className="winner__cat winner__top strong">{name}</p>
      <div className="stack winner__cat">
        <h2 className="h2" id={category}>
          {words.notAwarded}
        </h2>
        <p className="soft measure">{entries === 0 ? words.noneRead : words.noneWon(entries)}</p>
      </div>
    </section>
  );
}

function Trail({ winner }: { winner: Winner }) {
  const { results, dates } = useWords();
  const words = results.winners;
  return (
    <Fold summary={words.trail(winner.title)}>
      <div className="stack">
        <p className="t-sm soft num">{words.exact(winner.exact)}</p>
        <Log
          items={winner.trail.map(({ kind, at, seq, seal }, i) => ({
            key: `${seq ?? kind} ${i}`,
            instant: at === null ? '' : dates.machine(at),
            time: at === null ? words.atClose : dates.short(at),
            text: words.step(kind),
            note:
              seq === null || seal === null ? (
                words.unsealed
              ) : (
                <>
                  {words.seal(seq)} <code className="hash">{inFours(seal)}</code>
                </>
              ),
          }))}
        />
      </div>
    </Fold>
  );
}

function Proof({ page }: { page: PublicWinners }) {
  const { results, dates } = useWords();
  const words = results.winners;
  const { record } = page;
  return (
    <div className="recount">
      <Chapter id="count" title={words.proof}>
        <div className="stack-5">
          <p className="read">{words.proofText}</p>
          {record && (
            <Facts
              of={[
                { name: words.length, value: <span className="num">{record.length}</span> },
                { name: words.sealedAt, value: dates.exact(record.sealedAt) },
                { name: words.head, value: <code className="hash">{inFours(record.head)}</code> },
                { name: words.check, value: <code>{words.command}</code> },
              ]}
            />
          )}
          <div>{page.outcomes.flatMap(({ winners }) => winners.map((winner) => <Trail key={winner.entry} winner={winner} />))}</div>
          <p className="t-sm soft measure">{words.proofHow}</p>
        </div>
      </Chapter>
    </div>
  );
}

export default function Winners() {
  const page = useLoaderData<typeof loader>();
  const { results, dates } = useWords();
  const words = results.winners;
  const { programme, edition, totals, outcomes } = page;
  const home = `/p/${programme.slug}`;
  const title = words.title(edition.name);
  const won = outcomes.filter(({ winners }) => winners.length > 0).length;
  const items = [
    { to: `${home}/${edition.slug}`, text: words.nav.edition(edition.name) },
    { to: `${home}/${edition.slug}/winners`, text: words.nav.winners, current: true },
    { to: '#count', text: words.nav.count },
  ];
  return (
    <PublicPage title={[title, programme.name]} programme={{ text: programme.name, to: home }} items={items}>
      <Opening over={words.over(dates.full(page.announcedAt))} title={title} lead={words.lead(totals, won)} />
      {outcomes.map((outcome) =>
        outcome.winners.length > 0 ? (
          <Awarded key={outcome.category} outcome={outcome} />
        ) : (
          <NotAwarded key={outcome.category} outcome={outcome} />
        ),
      )}
      <Proof page={page} />
    </PublicPage>
  );
}

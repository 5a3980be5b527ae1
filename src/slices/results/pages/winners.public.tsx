import type { ReactNode } from 'react';
import { useLoaderData } from 'react-router';
import { load } from '#http/context.ts';
import { CategoryNames } from '#shells/languages/category-names.tsx';
import { Said } from '#shells/languages/contents.tsx';
import { PublicPage } from '#shells/public.tsx';
import { useWords } from '#shells/words.tsx';
import { type PublicWinner, type ToldOutcome, type ToldWinners, winnersTold } from '#slices/results/index.ts';
import { useHref } from '#ui/base/frame.tsx';
import { Facts } from '#ui/data/facts.tsx';
import { Fold } from '#ui/data/fold.tsx';
import { Log } from '#ui/data/lists.tsx';
import { Chapter, Opening } from '#ui/frames/editorial.tsx';
import { Laurel } from '#ui/marks/level.ts';

export const handle = { js: false, cache: 30 };

export const loader = load((ctx, { params }) => winnersTold(ctx, params.programme ?? '', params.edition ?? ''));

type Winner = PublicWinner;

/** 64 hex digits in groups that can be compared by eye. */
const inFours = (hex: string) => hex.match(/.{1,4}/g)?.join(' ') ?? hex;

/** Who won: those who share an award beside each other. */
function Names({ winners, id }: { winners: readonly Winner[]; id: string }) {
  const words = useWords().results.winners;
  return (
    <h2 className="winner__name" id={id}>
      {winners.map(({ entry, nominee }, i) => (
        <span key={entry}>
          {i > 0 && <span className="faint"> {words.and} </span>}
          <bdi>{nominee}</bdi>
        </span>
      ))}
    </h2>
  );
}

/** One entry that won: what it won with, why by the judges' marks, and how sure its score is. */
function Entry({ winner, several, children }: { winner: Winner; several: boolean; children?: ReactNode }) {
  const words = useWords().results.winners;
  const { title, nominee, strengths, scale, range } = winner;
  return (
    <div className="stack">
      <p>
        <span className="h3 serif-t">
          <bdi>{title}</bdi>
        </span>
        {several && (
          <span className="t-sm soft block">
            <bdi>{nominee}</bdi>
          </span>
        )}
      </p>
      {strengths.length > 0 && <p className="winner__why">{words.why(strengths, scale?.max)}</p>}
      {children}
      {range && <p className="soft num measure">{words.range(range)}</p>}
    </div>
  );
}

/** The score of those who won by it, once: who shares an award has the same. */
function Score({ winner: { short, scale, ballots } }: { winner: Winner }) {
  const words = useWords().results.winners;
  return (
    <p className="num">
      <span className="fig">{short}</span> {words.ofScale(scale?.max, ballots)}
    </p>
  );
}

function Level({ name, shared }: { name: string; shared: boolean }) {
  const words = useWords().results.winners;
  return (
    <>
      <Said>{name}</Said>
      {shared && words.alsoShared}
    </>
  );
}

/** One award of a category: its winner, or those who share it; of a level all who reached it. */
function Award({ outcome, level, winners }: { outcome: ToldOutcome; level: string; winners: readonly Winner[] }) {
  const words = useWords().results.winners;
  const { entries, category, names } = outcome;
  const [first] = winners;
  const several = winners.length > 1;
  const shared = winners.some((winner) => winner.shared);
  const division = first?.division ?? null;
  const place = first ? outcome.winners.indexOf(first) : 0;
  const id = level || division !== null ? `${category}-${place}` : category;
  const compared = winners.some(({ strengths }) => strengths.some(({ others }) => others !== null));
  return (
    <section className="winner" aria-labelledby={id}>
      <p className="winner__cat winner__top strong">
        <CategoryNames names={names} />
        {division !== null && (
          <>
            {words.inDivision}
            <Said>{division}</Said>
          </>
        )}
      </p>
      <div className="winner__mark">
        <Laurel />
      </div>
      <div className="stack">
        <div className="stack-2">
          <p className="level level--gold">{level ? <Level name={level} shared={shared} /> : shared ? words.shared : words.winner}</p>
          <Names winners={winners} id={id} />
        </div>
        {several ? (
          <>
            {first && shared && <Score winner={first} />}
            <ul className="winner__titles">
              {winners.map((winner) => (
                <li key={winner.entry}>
                  <Entry winner={winner} several>
                    {!shared && <Score winner={winner} />}
                  </Entry>
                </li>
              ))}
            </ul>
          </>
        ) : (
          first && (
            <Entry winner={first} several={false}>
              <Score winner={first} />
            </Entry>
          )
        )}
        <p className="t-sm soft num measure">
          {words.read(entries)} {compared && words.whyFrom}
        </p>
      </div>
    </section>
  );
}

function Awarded({ outcome }: { outcome: ToldOutcome }) {
  const awards = [...Map.groupBy(outcome.winners, ({ division, level }) => JSON.stringify([division, level]))];
  return awards.map(([key, winners]) => <Award key={key} outcome={outcome} level={winners[0]?.level ?? ''} winners={winners} />);
}

function NotAwarded({ outcome }: { outcome: ToldOutcome }) {
  const words = useWords().results.winners;
  const { entries, category, names } = outcome;
  return (
    <section className="winner" aria-labelledby={category}>
      <p className="winner__cat winner__top strong">
        <CategoryNames names={names} />
      </p>
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

/** What anybody may take away: a file that other programs read, so no page of ours. */
function Download({ to }: { to: string }) {
  const words = useWords().results.winners;
  return (
    <a className="btn" href={useHref(to)} download>
      {words.download}
    </a>
  );
}

function Proof({ page }: { page: ToldWinners }) {
  const { results, dates } = useWords();
  const words = results.winners;
  const { record } = page;
  return (
    <div className="recount">
      <Chapter id="count" title={words.proof}>
        <div className="stack-5">
          <p className="read">{words.proofText}</p>
          <p>
            <Download to={`/api/v1/programmes/${page.programme.slug}/editions/${page.edition.slug}/winners`} />
          </p>
          {record && (
            <Facts
              of={[
                { name: words.length, value: <span className="num">{record.length}</span> },
                { name: words.sealedAt, value: dates.exact(record.sealedAt) },
                { name: words.head, value: <code className="hash">{inFours(record.head)}</code> },
              ]}
            />
          )}
          <div>{page.outcomes.flatMap(({ winners }) => winners.map((winner) => <Trail key={winner.entry} winner={winner} />))}</div>
          <div className="stack-2">
            <p className="t-sm soft measure">{words.proofHow}</p>
            <p className="t-sm soft measure">{words.check}</p>
          </div>
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
    { to: `${home}/winners`, text: words.nav.past },
  ];
  return (
    <PublicPage title={[title, programme.name]} programme={{ text: programme.name, to: home }} items={items} languages={page.languages}>
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

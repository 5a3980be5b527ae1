import { DateField } from '#shells/dates/date-field.tsx';
import { useWords } from '#shells/words.tsx';
import { noLevel } from '#slices/results/counting/no-level.ts';
import type { Standings } from '#slices/results/index.ts';
import type { Publication } from '#slices/results/publication.ts';
import { Button, ButtonLink } from '#ui/actions/button.tsx';
import { Link } from '#ui/actions/link.tsx';
import { useHref } from '#ui/base/frame.tsx';
import { Ready } from '#ui/data/lists.tsx';
import { Checks, Radios, Select } from '#ui/forms/choice.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { Section } from '#ui/frames/frames.tsx';
import { Level } from '#ui/marks/level.ts';
import { Dialog } from '#ui/messages/dialog.tsx';

type View = Omit<Standings, 'refusals'> & {
  readonly refusals: readonly { readonly code: string; readonly message: string }[];
  readonly publication: Publication;
};

/** A long list would hide what to do about it. */
const shown = 3;

/** What is in the way, each with what to do about it. */
export function Gate({ view, judging }: { view: View; judging: string }) {
  const words = useWords().results.board;
  const { refusals } = view;
  const owed = refusals.some(({ code }) => code === 'ranking.ballot-missing' || code === 'ranking.panel-too-small');
  const questions = view.doubt?.questions.length ?? 0;
  const asked =
    questions === 0
      ? []
      : [{ state: 'open' as const, stateName: words.gateStates.open, text: <Link to="#questions">{words.questions(questions)}</Link> }];
  return (
    <Section title={words.gate}>
      <div className="stack">
        {refusals.length === 0 ? (
          <Ready items={[{ state: 'done', stateName: words.gateStates.done, text: words.gateOpen }, ...asked]} />
        ) : (
          <Ready
            items={[
              ...refusals.slice(0, shown).map(({ message }) => ({ state: 'due' as const, stateName: words.gateStates.due, text: message })),
              ...(refusals.length > shown
                ? [{ state: 'due' as const, stateName: words.gateStates.due, text: words.more(refusals.length - shown) }]
                : []),
              ...asked,
            ]}
          />
        )}
        {owed && (
          <ButtonLink kind="main" to={judging}>
            {words.toJudging}
          </ButtonLink>
        )}
      </div>
    </Section>
  );
}

/** Categories there are, however many rankings each has. */
export const categoriesIn = ({ categories }: Pick<View, 'categories'>): number => new Set(categories.map(({ category }) => category)).size;

const errorOf = (announcement: Publication['announcement'], words: { readonly past: string; readonly unreadable: string }) =>
  announcement?.kind === 'past' || announcement?.kind === 'unreadable' ? words[announcement.kind] : undefined;

/** Entries whose level the rules leave to people, each with those it may be given. */
function OpenLevels({ view }: { view: View }) {
  const words = useWords().results.board;
  const open = view.categories.flatMap(({ standings }) => standings.filter((standing) => standing.open.length > 0));
  if (open.length === 0) return null;
  const said = new Map(view.publication.decided.map(({ entry, level }) => [String(entry), level ?? noLevel]));
  return (
    <fieldset className="stack">
      <legend className="h4">{words.levelsOpen}</legend>
      <p className="hint">{words.levelsOpenHint}</p>
      {open.map(({ entry, number, title, open: levels }) => (
        <Select
          key={entry}
          name={`level.${entry}`}
          label={words.levelOf(number, title)}
          value={said.get(entry) ?? ''}
          empty={words.levelWait}
          options={[...levels.map((level) => ({ value: level, label: level })), { value: noLevel, label: words.levelNone }]}
        />
      ))}
    </fieldset>
  );
}

/** The first step: when, and where nobody wins. It only asks; the next page shows what would happen. */
export function PublishPart({ view, here, city }: { view: View; here: string; city: string }) {
  const words = useWords().results.board;
  const { announcement, notAwarded } = view.publication;
  const judged = view.categories.filter(({ standings }) => standings.length > 0);
  const options = [...new Map(judged.map(({ category, name }) => [category, { value: category, label: name }])).values()];
  const to = useHref(here);
  return (
    <div id="publish">
      <Section title={words.publish}>
        <form method="get" action={to} className="stack-5">
          <p className="soft measure">{words.publishText}</p>
          <Radios
            name="announce"
            label={words.when}
            value={announcement && announcement.kind !== 'now' ? 'later' : 'now'}
            options={[
              { value: 'now', label: words.now },
              { value: 'later', label: words.later },
            ]}
          />
          <DateField name="at" time label={words.at(city)} error={errorOf(announcement, words)} />
          <OpenLevels view={view} />
          <Checks name="not" label={words.notAwarded} hint={words.notAwardedHint} options={options} values={[...notAwarded]} />
          <Button kind={view.refusals.length === 0 ? 'main' : undefined}>{words.look}</Button>
        </form>
      </Section>
    </div>
  );
}

type Category = View['categories'][number];

function OutcomeLine({ category }: { category: Category }) {
  const { board, winners: words, inDivision } = useWords().results;
  const { winners } = category;
  const byLevel = [...Map.groupBy(winners, ({ level }) => level ?? '')];
  return (
    <div>
      <dt>{inDivision(category.name, category.division)}</dt>
      <dd>
        {winners.length === 0 ? (
          <span className="faint">{board.notGiven}</span>
        ) : (
          byLevel.map(([level, own]) => (
            <span key={level}>
              {level && <Level>{level}</Level>}{' '}
              <span className="entry-name">{own.map(({ nominee }) => nominee).join(` ${words.and} `)}</span>
              {own.some(({ shared }) => shared) && <span className="faint"> ({board.shared})</span>}{' '}
            </span>
          ))
        )}
      </dd>
    </div>
  );
}

/** The second step: just what would be announced, and the button that does it. */
export function ConfirmPart({ view, here, refusal }: { view: View; here: string; refusal: Refusal | undefined }) {
  const { results, dates } = useWords();
  const words = results.board;
  const { announcement, notAwarded, decided } = view.publication;
  if (!view.tally || (announcement?.kind !== 'now' && announcement?.kind !== 'at')) return null;
  const winners = view.categories.reduce((sum, category) => sum + category.winners.length, 0);
  const all = categoriesIn(view) + view.withheld.length;
  const at = announcement.kind === 'at' ? dates.full(announcement.told) : undefined;
  return (
    <Form act="publish" refusal={refusal}>
      <input type="hidden" name="tally" value={view.tally.id} />
      <input type="hidden" name="announceAt" value={announcement.kind === 'at' ? announcement.instant : 'now'} />
      {decided.map(({ entry, level }) => (
        <input key={entry} type="hidden" name={`level.${entry}`} value={level ?? noLevel} />
      ))}
      {notAwarded.map((category) => (
        <input key={category} type="hidden" name="not" value={category} />
      ))}
      <Dialog
        title={words.confirmTitle(at)}
        acts={
          <>
            <Button kind="main">{at ? words.confirmGoAt(winners) : words.confirmGoNow(winners)}</Button>
            <ButtonLink kind="quiet" to={here}>
              {words.cancel}
            </ButtonLink>
          </>
        }
      >
        <div className="stack">
          <dl className="outcomes">
            {view.categories.map((category) => (
              <OutcomeLine key={category.ranking} category={category} />
            ))}
            {view.withheld.map((name) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd className="faint">{words.kept}</dd>
              </div>
            ))}
          </dl>
          <p>{at ? words.confirmAt(winners, all) : words.confirmNow(winners, all)}</p>
        </div>
      </Dialog>
    </Form>
  );
}

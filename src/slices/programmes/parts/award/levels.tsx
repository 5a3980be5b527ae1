import { useWords } from '#shells/words.tsx';
import type { AwardView } from '#slices/programmes/editing/award/award-page.ts';
import { floorRows } from '#slices/programmes/editing/award/level-values.ts';
import { Button, ButtonLink } from '#ui/actions/button.tsx';
import { Link } from '#ui/actions/link.tsx';
import { Fold } from '#ui/data/fold.tsx';
import { Check, Select } from '#ui/forms/choice.tsx';
import { TextField } from '#ui/forms/text-field.tsx';
import { Row, Section } from '#ui/frames/frames.tsx';
import { type Acting, Doing, refusedIn } from '../doing.tsx';

type Props = { readonly view: AwardView; readonly acting: Acting; readonly mayChange: boolean; readonly here: string };

function MoveActs({ at, of, name }: { at: number; of: number; name: string }) {
  const words = useWords().awardEditor;
  return (['up', 'down'] as const).map((way) =>
    (way === 'up' && at === 0) || (way === 'down' && at === of - 1) ? null : (
      <Button key={way} size="small" name="move" value={`${at}.${way}`} more={name}>
        {words[way]}
      </Button>
    ),
  );
}

/** The levels in their order, each as its sentence. */
export function LevelList({ view, acting, mayChange, here }: Props) {
  const { awardEditor: words, awardRules } = useWords();
  const { levels } = view.rules;
  const list = (
    <ol className="plain-list stack" aria-label={words.levelsList}>
      {levels.map((level, at) => (
        <li key={level.level} className="stack-2">
          <Row apart>
            <Link to={`${here}&level=${at}#level`} current={at === view.chosen?.at ? 'true' : undefined}>
              <bdi>{level.level}</bdi>
            </Link>
            {mayChange && levels.length > 1 && (
              <span className="row">
                <MoveActs at={at} of={levels.length} name={level.level} />
              </span>
            )}
          </Row>
          <p className="soft t-sm">{awardRules.level(level)}</p>
        </li>
      ))}
    </ol>
  );
  return (
    <div className="stack">
      <p className="soft t-sm">{levels.length === 0 ? words.noLevels : words.levelsLead}</p>
      {levels.length > 0 &&
        (mayChange ? (
          <Doing {...acting} what="levels">
            {list}
          </Doing>
        ) : (
          list
        ))}
      {mayChange && (
        <p>
          <ButtonLink to={`${here}&new=1#level`}>{words.addLevel}</ButtonLink>
        </p>
      )}
    </div>
  );
}

function Floors({ view, values }: { view: AwardView; values: Readonly<Record<string, string>> }) {
  const words = useWords().awardEditor;
  const rows = Array.from({ length: floorRows(values) }, (_, at) => at);
  return (
    <fieldset className="stack-2">
      <legend className="label">{words.floors}</legend>
      <p className="hint">{words.floorsHint}</p>
      {rows.map((at) => {
        const [criterion, least] = [`floors.${at}.criterion`, `floors.${at}.atLeast`];
        return (
          <Row key={at}>
            <Select
              name={criterion}
              label={words.floorOn(at + 1)}
              options={view.criteria}
              value={values[criterion] ?? ''}
              empty={words.none}
            />
            <TextField name={least} label={words.floorLeast(at + 1)} inputMode="decimal" short value={values[least]} />
          </Row>
        );
      })}
    </fieldset>
  );
}

const decimals = ['atLeast', 'below', 'top', 'percentile', 'margin'] as const;

function Fields({ view, acting, chosen }: { view: AwardView; acting: Acting; chosen: NonNullable<AwardView['chosen']> }) {
  const words = useWords().awardEditor;
  const { at, values } = chosen;
  const what = at === undefined ? 'level.add' : 'level.change';
  const shown = refusedIn(acting.refusal, what)?.values ?? values;
  const others = view.rules.levels.filter((_, i) => i !== at);
  const places = [words.first, ...others.map(({ level }) => words.after(level))].map((label, i) => ({ value: String(i), label }));
  const hints: Readonly<Record<string, string>> = { top: words.topHint, margin: words.marginHint };
  const floorNames = Array.from({ length: floorRows(shown) }, (_, i) => [
    [`floors.${i}.criterion`, words.floorOn(i + 1)],
    [`floors.${i}.atLeast`, words.floorLeast(i + 1)],
  ]).flat();
  const names = { ...Object.fromEntries(decimals.map((name) => [name, words[name]])), ...Object.fromEntries(floorNames) };
  return (
    <Doing
      {...acting}
      what={what}
      {...(at !== undefined && { also: { at: String(at) } })}
      names={{ ...names, level: words.level, points: words.points }}
    >
      <TextField name="level" label={words.level} value={values.level} />
      {others.length > 0 && <Select name="place" label={words.place} options={places} value={String(at ?? others.length)} />}
      <section className="stack">
        <h3 className="h4">{words.asks}</h3>
        <p className="hint">{words.asksHint}</p>
        <Check name="highest" label={words.highest} checked={values.highest === 'on'} />
        {decimals.map((name) => (
          <TextField
            key={name}
            name={name}
            label={words[name]}
            hint={hints[name]}
            inputMode={name === 'top' ? 'numeric' : 'decimal'}
            short
            optional={words.optional}
            value={values[name]}
          />
        ))}
        {view.criteria.length > 0 && <Floors view={view} values={shown} />}
      </section>
      <TextField
        name="points"
        label={words.points}
        hint={words.pointsHint}
        inputMode="decimal"
        short
        optional={words.optional}
        value={values.points}
      />
      <Button kind="main">{words.saveLevel}</Button>
    </Doing>
  );
}

/** The level that is chosen, or a new one. */
export function ChosenLevel({ view, acting, mayChange, here }: Props) {
  const { awardEditor: words, awardRules } = useWords();
  const { chosen } = view;
  if (!chosen) return null;
  const level = chosen.at === undefined ? undefined : view.rules.levels[chosen.at];
  return (
    <div id="level">
      <Section title={chosen.name || words.newLevel} aside={<Link to={here}>{words.close}</Link>} first>
        <div className="stack-5">
          {level && <p className="read">{awardRules.level(level)}</p>}
          {mayChange && <Fields key={`${view.of} ${chosen.name}`} view={view} acting={acting} chosen={chosen} />}
          {mayChange && chosen.at !== undefined && (
            <Fold summary={words.dropLevel} open={refusedIn(acting.refusal, 'level.drop') !== undefined}>
              <Doing {...acting} what="level.drop" also={{ at: String(chosen.at) }}>
                <p className="soft t-sm">{words.dropText}</p>
                <Button kind="danger">{words.dropLevel}</Button>
              </Doing>
            </Fold>
          )}
        </div>
      </Section>
    </div>
  );
}

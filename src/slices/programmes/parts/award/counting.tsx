import { useWords } from '#shells/words.tsx';
import type { AwardView } from '#slices/programmes/editing/award/award-page.ts';
import { roundRows } from '#slices/programmes/editing/award/counting-values.ts';
import { Button } from '#ui/actions/button.tsx';
import { Fold } from '#ui/data/fold.tsx';
import { Radios, Select } from '#ui/forms/choice.tsx';
import { TextField } from '#ui/forms/text-field.tsx';
import { Row } from '#ui/frames/frames.tsx';
import { type Acting, Doing, refusedIn } from '../doing.tsx';

type Props = { readonly view: AwardView; readonly acting: Acting; readonly mayChange: boolean };

const options = (labels: Readonly<Record<string, string>>) => Object.entries(labels).map(([value, label]) => ({ value, label }));

const figures = ['percent', 'high', 'low', 'from', 'points', 'prior'] as const;

function Figures({ values }: { values: Readonly<Record<string, string>> }) {
  const words = useWords().awardEditor;
  return (
    <div className="stack">
      <p className="hint">{words.figuresHint}</p>
      {figures.map((name) => (
        <TextField
          key={name}
          name={`aggregation.${name}`}
          label={words.figure[name]}
          inputMode={name === 'points' ? undefined : 'decimal'}
          short={name !== 'points'}
          optional={words.optional}
          value={values[`aggregation.${name}`]}
        />
      ))}
      <Select
        name="aggregation.fallback"
        label={words.figure.fallback}
        options={options(words.fallbacks)}
        value={values['aggregation.fallback'] ?? ''}
        empty={words.noFallback}
      />
    </div>
  );
}

function Sentences({ of }: { of: readonly string[] }) {
  return (
    <ul className="plain-list stack-2">
      {of.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

/** How ballots become a score and a place. */
export function CountingPart({ view, acting, mayChange }: Props) {
  const { awardEditor: words, awardRules } = useWords();
  const { rules, counting: values, of, judges } = view;
  const refused = refusedIn(acting.refusal, 'counting');
  const names = {
    'aggregation.kind': words.aggregation,
    minimumPanel: words.minimumPanel,
    judges: words.judges,
    seats: words.seats,
    ...Object.fromEntries(figures.map((name) => [`aggregation.${name}`, words.figure[name]])),
  };
  const asked = Object.keys(values).some((name) => name.startsWith('aggregation.') && name !== 'aggregation.kind');
  return (
    <div className="stack">
      <Sentences of={[...(of === '' ? [awardRules.readers(judges)] : []), ...awardRules.scored(rules), awardRules.seats(rules.seats)]} />
      {mayChange && (
        <Fold summary={words.changeCounting} open={refused !== undefined}>
          <Doing {...acting} what="counting" names={names}>
            <Select
              name="aggregation.kind"
              label={words.aggregation}
              options={options(words.aggregations)}
              value={values['aggregation.kind'] ?? 'mean'}
            />
            <Fold summary={words.figures} open={asked || refused !== undefined}>
              <Figures values={values} />
            </Fold>
            {of === '' && <TextField name="judges" label={words.judges} inputMode="numeric" short value={values.judges} />}
            <TextField name="minimumPanel" label={words.minimumPanel} inputMode="numeric" short value={values.minimumPanel} />
            <TextField name="seats" label={words.seats} hint={words.seatsHint} inputMode="numeric" short value={values.seats} />
            <Radios name="skipped" label={words.skipped} options={options(words.skippedKinds)} value={values.skipped ?? ''} />
            <Radios name="official" label={words.official} options={options(words.officialKinds)} value={values.official ?? ''} />
            <Button>{words.saveCounting}</Button>
          </Doing>
        </Fold>
      )}
    </div>
  );
}

const roundFields = ['round', 'weight', 'minimumPanel', 'scorecard'] as const;

/** What the score is blended from. The same in all categories. */
export function SourcesPart({ view, acting, mayChange }: Props) {
  const { awardEditor: words, awardRules } = useWords();
  const { sources: values, rules, cards } = view;
  const refused = refusedIn(acting.refusal, 'sources');
  const rows = Array.from({ length: roundRows(refused?.values ?? values) }, (_, at) => at);
  const labels = { round: words.roundKey, weight: words.weight, minimumPanel: words.panel, scorecard: words.card };
  const names = rows.flatMap((at) => roundFields.map((name) => [`rounds.${at}.${name}`, `${words.round(at + 1)}, ${labels[name]}`]));
  const said = awardRules.sources(rules);
  return (
    <div className="stack">
      {said.length === 0 ? <p>{words.noSources}</p> : <Sentences of={said} />}
      {mayChange && (
        <Fold summary={words.changeSources} open={refused !== undefined}>
          <Doing
            {...acting}
            what="sources"
            names={{ ...Object.fromEntries(names), 'votes.each': words.votesEach, 'votes.atMost': words.votesMost }}
          >
            <p className="hint">
              {words.sourcesHint} {words.roundKeyHint}
            </p>
            {rows.map((at) => (
              <fieldset key={at} className="stack-2">
                <legend className="label">{words.round(at + 1)}</legend>
                <Row>
                  <TextField name={`rounds.${at}.round`} label={words.roundKey} short value={values[`rounds.${at}.round`]} />
                  <TextField
                    name={`rounds.${at}.weight`}
                    label={words.weight}
                    inputMode="numeric"
                    short
                    value={values[`rounds.${at}.weight`]}
                  />
                  <TextField
                    name={`rounds.${at}.minimumPanel`}
                    label={words.panel}
                    inputMode="numeric"
                    short
                    optional={words.optional}
                    value={values[`rounds.${at}.minimumPanel`]}
                  />
                </Row>
                <Select
                  name={`rounds.${at}.scorecard`}
                  label={words.card}
                  options={cards}
                  value={values[`rounds.${at}.scorecard`] ?? ''}
                  empty={words.ownCard}
                />
              </fieldset>
            ))}
            <Row>
              <TextField
                name="votes.each"
                label={words.votesEach}
                inputMode="decimal"
                short
                optional={words.optional}
                value={values['votes.each']}
              />
              <TextField
                name="votes.atMost"
                label={words.votesMost}
                inputMode="decimal"
                short
                optional={words.optional}
                value={values['votes.atMost']}
              />
            </Row>
            <Button>{words.saveSources}</Button>
          </Doing>
        </Fold>
      )}
    </div>
  );
}

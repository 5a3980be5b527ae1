import { definitionsOf, metricNames, statistics } from '#core/forms/claims/metrics.ts';
import { asksBesides, controlName, measureValue } from '#core/forms/controls/sending.ts';
import type { FieldOf } from '#core/forms/fields.ts';
import { Fold } from '#ui/data/fold.tsx';
import { type Option, Select } from '#ui/forms/choice.tsx';
import { TextField } from '#ui/forms/text-field.tsx';
import { DateField } from '../dates/date-field.tsx';
import { useWords } from '../words.tsx';
import { answerTo, textOf } from './answer-values.ts';
import type { AskedOf } from './asked.ts';

type Measured = { readonly [part in 'from' | 'to']?: string | undefined } & {
  readonly [part in 'value' | 'n' | 'promoters' | 'detractors']?: number | undefined;
};

type FiguresProps = { readonly of: Measured | undefined; readonly within: readonly string[]; readonly points: boolean };

/** One figure with its period and what it was measured on. */
function Figures({ of, within, points }: FiguresProps) {
  const words = useWords().forms.asking.claim;
  const name = (part: string) => controlName(...within, part);
  return (
    <div className="asked__figures">
      <div className="asked__pair">
        <TextField name={name('value')} label={words.value} value={textOf(of?.value)} inputMode="decimal" />
        <TextField name={name('n')} label={words.n} value={textOf(of?.n)} inputMode="numeric" />
      </div>
      <div className="asked__pair">
        <DateField name={name('from')} label={words.from} value={of?.from} />
        <DateField name={name('to')} label={words.to} value={of?.to} />
      </div>
      {points && (
        <div className="asked__pair asked__counts">
          <TextField name={name('promoters')} label={words.promoters} value={textOf(of?.promoters)} inputMode="numeric" />
          <TextField name={name('detractors')} label={words.detractors} value={textOf(of?.detractors)} inputMode="numeric" />
        </div>
      )}
    </div>
  );
}

/** A claim of a measure: what was measured and how, the figure with its n and period, and the one before. */
export function ClaimAsked({
  field,
  raw,
  say,
  optional,
  hint,
  sources = [],
}: AskedOf<FieldOf<'metric'>> & { sources: readonly Option[] | undefined }) {
  const { asking, claim } = useWords().forms;
  const words = asking.claim;
  const given = answerTo<'metric'>(field, raw);
  const taken = field.metrics.length > 0 ? field.metrics : metricNames;
  const measures = taken.flatMap((metric) =>
    definitionsOf(metric).map((definition) => {
      const value = measureValue(metric, definition);
      const { statistic, counts } = asksBesides(value);
      const asks = statistic ? 'statistic' : counts ? 'counts' : undefined;
      return { value, label: claim.definition(metric, definition), group: claim.metric(metric), asks };
    }),
  );
  const chosen = given?.metric && given.definition ? measureValue(given.metric, given.definition) : '';
  const points = taken.includes('nps') || taken.includes('engagement');
  const times = taken.some((metric) => metric === 'response-time' || metric === 'resolution-time');
  const told = statistics.map((statistic) => ({ value: statistic, label: claim.statistic(statistic) }));
  const name = (...path: readonly string[]) => controlName(field.key, ...path);
  return (
    <fieldset className="asked__parts asked__claim">
      <legend className="label">
        {say(field.label)}
        {optional && <span className="opt"> ({optional})</span>}
      </legend>
      {hint && <p className="hint">{hint}</p>}
      <Select
        name={name('measure')}
        label={words.measure}
        hint={words.measureHint}
        options={measures}
        value={chosen}
        empty={asking.chooseOne}
        full
      />
      {times && (
        <div className="asked__statistic">
          <Select
            name={name('statistic')}
            label={words.statistic}
            hint={words.statisticHint}
            options={told}
            value={given?.statistic ?? ''}
            empty={asking.chooseOne}
          />
        </div>
      )}
      <Figures of={given} within={[field.key]} points={points} />
      {field.before === 'optional' && (
        <Fold summary={`${words.earlier} (${asking.optional})`} note={words.beforeHint} open={given?.before !== undefined}>
          <fieldset>
            <legend className="vh">{words.earlier}</legend>
            <Figures of={given?.before} within={[field.key, 'before']} points={points} />
          </fieldset>
        </Fold>
      )}
      {field.before === 'required' && (
        <fieldset className="asked__parts">
          <legend className="label">{words.earlier}</legend>
          <p className="hint">{words.beforeHint}</p>
          <Figures of={given?.before} within={[field.key, 'before']} points={points} />
        </fieldset>
      )}
      {field.source !== 'none' && (
        <Select
          name={name('source')}
          label={words.source}
          hint={words.sourceHint}
          options={sources}
          value={given?.source ?? ''}
          empty={words.sourceNone}
          optional={field.source === 'optional' ? asking.optional : undefined}
        />
      )}
    </fieldset>
  );
}

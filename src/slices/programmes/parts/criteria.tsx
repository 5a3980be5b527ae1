import { useWords } from '#shells/words.tsx';
import type { CriterionOnCard } from '#slices/programmes/index.ts';
import { Button, ButtonLink } from '#ui/actions/button.tsx';
import { Table } from '#ui/data/table.tsx';
import { TitleCell } from '#ui/data/title-cell.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { TextField } from '#ui/forms/text-field.tsx';
import { Section } from '#ui/frames/frames.tsx';
import { Bar } from '#ui/plots/bars.ts';

/** Room for as many criteria as most programmes have. */
const rows = [0, 1, 2, 3, 4, 5, 6];

function Weights({ criteria }: { criteria: readonly CriterionOnCard[] }) {
  const words = useWords().manage.edition;
  const total = criteria.reduce((sum, { weight, gate }) => (gate === null ? sum + weight : sum), 0);
  return (
    <Table
      caption={words.criteriaTable}
      onPhone="row"
      rows={criteria}
      keyOf={({ id }) => id}
      columns={[
        {
          id: 'name',
          head: words.criterionName,
          names: true,
          cell: ({ name, question }) => <TitleCell small={question || undefined}>{name}</TitleCell>,
        },
        {
          id: 'bar',
          head: <span className="vh">{words.weight}</span>,
          cell: ({ weight, gate }) => gate === null && <Bar share={weight / total} />,
        },
        {
          id: 'weight',
          head: words.weight,
          align: 'right',
          nowrap: true,
          cell: ({ weight, gate }) => (gate === null ? words.share(weight / total) : words.yesOrNo),
        },
      ]}
    />
  );
}

/** The quickest way to a first scorecard: names and weights on one scale. What more there is to say is said in the scorecard. */
export function FirstCriteria({ version, refusal }: { version: number; refusal: Refusal | undefined }) {
  const words = useWords().manage.edition;
  const ofRow = (i: number) => [
    [`criteria.${i}.name`, `${words.criterion(i + 1)}, ${words.criterionName}`],
    [`criteria.${i}.weight`, `${words.criterion(i + 1)}, ${words.weight}`],
    [`criteria.${i}.question`, `${words.criterion(i + 1)}, ${words.question}`],
  ];
  const names = { ...Object.fromEntries(rows.flatMap(ofRow)), scaleMin: words.lowest, scaleMax: words.highest };
  return (
    <Form act="criteria" refusal={refusal} names={names}>
      <p className="hint">{words.weightHint}</p>
      {rows.map((i) => {
        return (
          <fieldset className="criterion" key={i}>
            <legend className="h4">{words.criterion(i + 1)}</legend>
            <TextField name={`criteria.${i}.name`} label={words.criterionName} full />
            <TextField name={`criteria.${i}.weight`} label={words.weight} inputMode="numeric" short />
            <TextField name={`criteria.${i}.question`} label={words.question} optional={words.optional} full />
          </fieldset>
        );
      })}
      <div className="row">
        <TextField name="scaleMin" label={words.lowest} inputMode="numeric" value="1" short />
        <TextField name="scaleMax" label={words.highest} inputMode="numeric" value="10" short />
      </div>
      <Button>{words.saveCriteria}</Button>
      <input type="hidden" name="version" value={version} />
    </Form>
  );
}

/** What judges mark: a table of weights, and the way to where they are written. */
export function CriteriaPart({ criteria, here, mayChange }: { criteria: readonly CriterionOnCard[]; here: string; mayChange: boolean }) {
  const { manage, criteriaEditor } = useWords();
  const words = manage.edition;
  const cards = [...Map.groupBy(criteria, ({ scorecard }) => scorecard)];
  const marked = criteria.filter(({ gate }) => gate === null);
  const scales = [...new Set(marked.map(({ scaleMin, scaleMax, steps }) => words.scale(scaleMin, scaleMax, steps)))];
  const write = cards.length > 0 ? criteriaEditor.change : words.writeCriteria;
  return (
    <Section title={words.criteria} aside={(scales.length === 1 && scales[0]) || words.criteriaAside}>
      {cards.map(([card, own]) => (
        <div className="stack" key={card}>
          {cards.length > 1 && <h3 className="h4">{words.scorecard(card)}</h3>}
          <Weights criteria={own} />
        </div>
      ))}
      <p className="gap-t">
        <ButtonLink to={`${here}/criteria`}>{mayChange ? write : criteriaEditor.see}</ButtonLink>
      </p>
    </Section>
  );
}

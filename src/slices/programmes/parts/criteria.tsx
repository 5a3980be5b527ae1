import { useWords } from '#shells/words.tsx';
import type { CriterionOnCard } from '#slices/programmes/index.ts';
import { Button } from '#ui/actions/button.tsx';
import { Fold } from '#ui/data/fold.tsx';
import { Table } from '#ui/data/table.tsx';
import { TitleCell } from '#ui/data/title-cell.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { TextField } from '#ui/forms/text-field.tsx';
import { Section } from '#ui/frames/frames.tsx';
import { Bar } from '#ui/plots/bars.ts';

type View = {
  readonly edition: { readonly published: boolean; readonly version: number };
  readonly criteria: readonly CriterionOnCard[];
  readonly mayChange: boolean;
};
type Props = { readonly view: View; readonly refusal: Refusal | undefined };

/** Room for as many as most programmes have, and always for two more. */
const rowsFor = (criteria: readonly CriterionOnCard[]) => Math.max(5, criteria.length + 2);

function Weights({ criteria }: { criteria: readonly CriterionOnCard[] }) {
  const words = useWords().manage.edition;
  const total = criteria.reduce((sum, { weight }) => sum + weight, 0);
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
        { id: 'bar', head: <span className="vh">{words.weight}</span>, cell: ({ weight }) => <Bar share={weight / total} /> },
        { id: 'weight', head: words.weight, align: 'right', nowrap: true, cell: ({ weight }) => words.share(weight / total) },
      ]}
    />
  );
}

function Editor({ view, refusal }: Props) {
  const words = useWords().manage.edition;
  const { criteria, edition } = view;
  const [first] = criteria;
  const rows = Array.from({ length: rowsFor(criteria) }, (_, i) => i);
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
        const criterion = criteria[i];
        return (
          <fieldset className="criterion" key={i}>
            <legend className="h4">{words.criterion(i + 1)}</legend>
            <TextField name={`criteria.${i}.name`} label={words.criterionName} value={criterion?.name} full />
            <TextField
              name={`criteria.${i}.weight`}
              label={words.weight}
              inputMode="numeric"
              value={criterion && String(criterion.weight)}
              short
            />
            <TextField name={`criteria.${i}.question`} label={words.question} value={criterion?.question} optional={words.optional} full />
          </fieldset>
        );
      })}
      <div className="row">
        <TextField name="scaleMin" label={words.lowest} inputMode="numeric" value={String(first?.scaleMin ?? 1)} short />
        <TextField name="scaleMax" label={words.highest} inputMode="numeric" value={String(first?.scaleMax ?? 10)} short />
      </div>
      <Button>{words.saveCriteria}</Button>
      <input type="hidden" name="version" value={edition.version} />
    </Form>
  );
}

/** What judges mark: a table of weights, and before publishing the form that changes all of them at once. */
export function CriteriaPart({ view, refusal }: Props) {
  const words = useWords().manage.edition;
  const { criteria, edition, mayChange } = view;
  const cards = [...Map.groupBy(criteria, ({ scorecard }) => scorecard)];
  const scales = [...new Set(criteria.map(({ scaleMin, scaleMax }) => words.scale(scaleMin, scaleMax)))];
  // The form has one list on one scale; what is more than that is written in the document of the edition.
  const plain = cards.length <= 1 && scales.length <= 1;
  return (
    <Section title={words.criteria} aside={(scales.length === 1 && scales[0]) || words.criteriaAside}>
      {cards.map(([card, own]) => (
        <div className="stack" key={card}>
          {cards.length > 1 && <h3 className="h4">{words.scorecard(card)}</h3>}
          <Weights criteria={own} />
        </div>
      ))}
      {edition.published && <p className="t-sm soft gap-t">{words.criteriaFixed}</p>}
      {!edition.published && mayChange && plain && (
        <Fold
          summary={criteria.length > 0 ? words.changeCriteria : words.writeCriteria}
          open={refusal !== undefined || criteria.length === 0}
        >
          <Editor view={view} refusal={refusal} />
        </Fold>
      )}
    </Section>
  );
}

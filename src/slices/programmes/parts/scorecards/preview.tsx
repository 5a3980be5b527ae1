import { useWords } from '#shells/words.tsx';
import type { ChosenCriterion } from '#slices/programmes/editing/criteria-page.ts';
import { mostPlaces, Scale, YesOrNo } from '#ui/forms/scale.tsx';
import { TextField } from '#ui/forms/text-field.tsx';

type Values = Readonly<Record<string, string>>;

function ends(values: Values): readonly [number, number] {
  const [, min, max] = /^(\d+)-(\d+)$/.exec(values.scale ?? '') ?? [];
  return min === undefined ? [Number(values['scale.min']), Number(values['scale.max'])] : [Number(min), Number(max)];
}

function Anchors({ values }: { values: Values }) {
  const rows = Object.entries(values).flatMap(([name, text]) => {
    const [, at] = /^anchors\.(\d+)\.text$/.exec(name) ?? [];
    return at === undefined || text.trim() === '' ? [] : [{ mark: values[`anchors.${at}.mark`] ?? '', text }];
  });
  if (rows.length === 0) return null;
  return <dl className="facts">{rows.map(({ mark, text }) => [<dt key={`${mark}:m`}>{mark}</dt>, <dd key={`${mark}:t`}>{text}</dd>])}</dl>;
}

function Mark({ kind, values }: { kind: ChosenCriterion['kind']; values: Values }) {
  const { criteriaEditor: words, judging } = useWords();
  const name = values.name ?? '';
  if (kind === 'count') return <p className="hint">{words.counted}</p>;
  if (kind === 'metric') return <p className="hint">{words.measured}</p>;
  if (kind === 'gate') return <YesOrNo name="preview" label={name} answers={judging.desk.yesOrNo} />;
  const [min, max] = ends(values);
  if (!(max > min)) return null;
  const steps = Math.max(1, Math.round(1 / Number(values['scale.step'] || 1)));
  return (max - min) * steps < mostPlaces ? (
    <Scale key={`${min}-${max}-${steps}`} name="preview" label={name} from={min} to={max} steps={steps} ends={judging.desk.ends} />
  ) : (
    <TextField name="preview" label={judging.desk.range(min, max, steps)} type="number" short />
  );
}

/** One criterion as it stands on a judge's desk. Nothing in it is sent. */
export function Preview({ kind, values }: { kind: ChosenCriterion['kind']; values: Values }) {
  const words = useWords().criteriaEditor;
  const asked = Object.entries(words.commentAsked).find(([name]) => name === values.comment)?.[1] ?? '';
  return (
    <section className="preview" aria-label={words.preview}>
      <p className="over">{words.preview}</p>
      <h4 className="h4">
        <bdi>{values.name}</bdi>
      </h4>
      {values.question && <p className="t-sm faint">{values.question}</p>}
      {values.guidance && <p className="t-sm soft">{values.guidance}</p>}
      <Mark kind={kind} values={values} />
      <Anchors values={values} />
      {asked && <p className="hint">{asked}</p>}
    </section>
  );
}

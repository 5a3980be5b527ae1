import { useWords } from '#shells/words.tsx';
import { Select } from '#ui/forms/choice.tsx';
import { TextArea, TextField } from '#ui/forms/text-field.tsx';
import { Row } from '#ui/frames/frames.tsx';

type Values = Readonly<Record<string, string>>;
type Props = { readonly values: Values };

const options = (labels: Readonly<Record<string, string>>) => Object.entries(labels).map(([value, label]) => ({ value, label }));

/** How many lines a list has, and `spare` for more. */
function rowsOf(values: Values, list: string, spare: number): number[] {
  const written = Object.keys(values).filter((name) => name.startsWith(`${list}.`) && /\.\d+\.mark$/.test(name)).length;
  return Array.from({ length: written + spare }, (_, at) => at);
}

export function ScaleFields({ values }: Props) {
  const words = useWords().criteriaEditor;
  return (
    <fieldset className="stack-2">
      <legend className="label">{words.scale}</legend>
      <Select name="scale" label={words.scale} labelUnseen options={options(words.scales)} value={values.scale ?? 'own'} />
      <p className="hint">{words.ownScale}</p>
      <Row>
        <TextField name="scale.min" label={words.min} inputMode="numeric" short value={values['scale.min']} />
        <TextField name="scale.max" label={words.max} inputMode="numeric" short value={values['scale.max']} />
        <TextField name="scale.step" label={words.step} inputMode="decimal" short value={values['scale.step']} />
      </Row>
    </fieldset>
  );
}

/** Texts beside the marks: one for every level of a short scale, some for a long one. */
export function AnchorFields({ values, levels }: Props & { levels: boolean }) {
  const words = useWords().criteriaEditor;
  return (
    <fieldset className="stack-2">
      <legend className="label">{words.anchors}</legend>
      <p className="hint">{words.anchorsHint}</p>
      {rowsOf(values, 'anchors', levels ? 0 : 2).map((at) => {
        const [mark, text] = [`anchors.${at}.mark`, `anchors.${at}.text`];
        return levels ? (
          <div key={at}>
            <input type="hidden" name={mark} value={values[mark] ?? ''} />
            <TextArea name={text} label={words.level(values[mark] ?? '')} rows={1} optional={words.optional} value={values[text]} />
          </div>
        ) : (
          <Row key={at}>
            <TextField name={mark} label={words.anchorMark(at + 1)} inputMode="decimal" short value={values[mark]} />
            <TextField name={text} label={words.anchorText(at + 1)} value={values[text]} />
          </Row>
        );
      })}
    </fieldset>
  );
}

export function CommentField({ values }: Props) {
  const words = useWords().criteriaEditor;
  return <Select name="comment" label={words.comment} options={options(words.comments)} value={values.comment ?? 'none'} />;
}

export function PolicyField({ values }: Props) {
  const words = useWords().criteriaEditor;
  return (
    <Select
      name="notApplicable"
      label={words.notApplicable}
      options={options(words.policies)}
      value={values.notApplicable ?? 'not-allowed'}
    />
  );
}

export function GateFields({ values }: Props) {
  const words = useWords().criteriaEditor;
  return <Select name="judges" label={words.judges} options={options(words.judgesOf)} value={values.judges ?? 'every'} />;
}

export function MetricFields({ values }: Props) {
  const words = useWords().criteriaEditor;
  return (
    <>
      <TextField name="metric" label={words.metric} hint={words.metricHint} value={values.metric} />
      <fieldset className="stack-2">
        <legend className="label">{words.breakpoints}</legend>
        <p className="hint">{words.breakpointsHint}</p>
        {rowsOf(values, 'breakpoints', 2).map((at) => (
          <Row key={at}>
            <TextField
              name={`breakpoints.${at}.value`}
              label={words.value(at + 1)}
              inputMode="decimal"
              short
              value={values[`breakpoints.${at}.value`]}
            />
            <TextField
              name={`breakpoints.${at}.mark`}
              label={words.mark(at + 1)}
              inputMode="numeric"
              short
              value={values[`breakpoints.${at}.mark`]}
            />
          </Row>
        ))}
      </fieldset>
      <Select name="beyond" label={words.beyond} options={options(words.beyonds)} value={values.beyond ?? 'refuse'} />
    </>
  );
}

export function CountFields({ values }: Props) {
  const words = useWords().criteriaEditor;
  return (
    <>
      <Select name="of" label={words.of} options={options(words.ofs)} value={values.of ?? 'votes'} />
      <Row>
        <TextField name="each" label={words.each} inputMode="decimal" short value={values.each} />
        <TextField name="atMost" label={words.atMost} inputMode="decimal" short optional={words.optional} value={values.atMost} />
      </Row>
    </>
  );
}

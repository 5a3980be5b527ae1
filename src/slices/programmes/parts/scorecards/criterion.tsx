import { useState } from 'react';
import { useWords } from '#shells/words.tsx';
import type { ChosenCard, ChosenCriterion } from '#slices/programmes/editing/criteria-page.ts';
import { Button } from '#ui/actions/button.tsx';
import { Link } from '#ui/actions/link.tsx';
import { Fold } from '#ui/data/fold.tsx';
import { Select } from '#ui/forms/choice.tsx';
import { TextArea, TextField } from '#ui/forms/text-field.tsx';
import { Section } from '#ui/frames/frames.tsx';
import { type Acting, Doing, refusedIn } from '../doing.tsx';
import { AnchorFields, CommentField, CountFields, GateFields, MetricFields, PolicyField, ScaleFields } from './kinds.tsx';
import { Preview } from './preview.tsx';

type Values = Readonly<Record<string, string>>;
type Props = {
  readonly card: ChosenCard;
  readonly criterion: ChosenCriterion;
  readonly acting: Acting;
  readonly here: string;
  readonly mayChange: boolean;
  /** Every mark of its scale has a line of its own. */
  readonly levels: boolean;
};

function OfKind({ criterion, levels }: Pick<Props, 'criterion' | 'levels'>) {
  const { kind, values } = criterion;
  switch (kind) {
    case 'judged':
      return (
        <>
          <ScaleFields values={values} />
          <AnchorFields values={values} levels={levels} />
          <CommentField values={values} />
          <PolicyField values={values} />
        </>
      );
    case 'gate':
      return (
        <>
          <GateFields values={values} />
          <CommentField values={values} />
        </>
      );
    case 'metric':
      return (
        <>
          <ScaleFields values={values} />
          <MetricFields values={values} />
        </>
      );
    case 'count':
      return <CountFields values={values} />;
  }
}

function Fields({ card, criterion, acting, levels }: Props) {
  const words = useWords().criteriaEditor;
  const { values, key, kind } = criterion;
  const names = {
    name: words.name,
    question: words.question,
    guidance: words.guidance,
    weight: words.weight,
    'scale.min': words.min,
    'scale.max': words.max,
    'scale.step': words.step,
    metric: words.metric,
    each: words.each,
    atMost: words.atMost,
  };
  return (
    <Doing {...acting} what="criterion.change" also={{ criterion: key }} names={names}>
      <TextField name="name" label={words.name} value={values.name} />
      <TextArea name="question" label={words.question} rows={2} optional={words.optional} value={values.question} />
      <TextArea name="guidance" label={words.guidance} rows={3} optional={words.optional} value={values.guidance} />
      {card.groups.length > 0 && (
        <Select
          name="group"
          label={words.inGroup}
          empty={words.noGroup}
          value={values.group ?? ''}
          options={card.groups.map((group) => ({ value: group.key, label: group.name }))}
        />
      )}
      {(kind === 'judged' || kind === 'metric') && (
        <TextField name="weight" label={words.weight} inputMode="numeric" short value={values.weight} />
      )}
      <OfKind criterion={criterion} levels={levels} />
      <Button kind="main">{words.save}</Button>
    </Doing>
  );
}

/** One criterion with all it says, and how it stands on a judge's desk while it is written. */
export function CriterionPart(props: Props) {
  const { criterion, acting, here, mayChange } = props;
  const words = useWords().criteriaEditor;
  const [written, setWritten] = useState<Values>();
  const onInput = ({ target }: { target: EventTarget }) => {
    const form = target instanceof Element ? target.closest('form') : null;
    if (!form) return;
    const texts = [...new FormData(form)].filter((entry): entry is [string, string] => typeof entry[1] === 'string');
    setWritten(Object.fromEntries(texts));
  };
  const shown = written ?? refusedIn(acting.refusal, 'criterion.change')?.values ?? criterion.values;
  return (
    <div id="criterion">
      <Section title={criterion.name} aside={<Link to={here}>{words.close}</Link>} first>
        <div className="stack-5">
          <p className="soft t-sm">{words.kinds[criterion.kind]}</p>
          <Preview kind={criterion.kind} values={shown} />
          {mayChange && (
            <>
              <div onInput={onInput}>
                <Fields key={criterion.key} {...props} />
              </div>
              <Fold summary={words.drop} open={refusedIn(acting.refusal, 'criterion.drop') !== undefined}>
                <Doing {...acting} what="criterion.drop" also={{ criterion: criterion.key }}>
                  <p className="soft t-sm">{words.dropText}</p>
                  <Button kind="danger">{words.drop}</Button>
                </Doing>
              </Fold>
            </>
          )}
        </div>
      </Section>
    </div>
  );
}

import { useContext } from 'react';
import { type Metric, metricNames } from '#core/forms/claims/metrics.ts';
import type { Field } from '#core/forms/fields.ts';
import { useWords } from '#shells/words.tsx';
import { Check, Checks } from '#ui/forms/choice.tsx';
import { TextArea } from '#ui/forms/text-field.tsx';
import { Row } from '#ui/frames/frames.tsx';
import { OptionRows } from './options.tsx';
import { ChoiceOf, Holding, Setting } from './setting.tsx';

const ticked = (text: string | undefined) => (text ?? '').split('\n');

function Counts({ of, name }: { of: 'characters' | 'words' | 'chosen' | 'files' | 'addresses'; name: string }) {
  const { formBuilder: words } = useWords();
  return (
    <Row>
      <Setting name={`${name}.min`} label={words.least[of]} kind="number" />
      <Setting name={`${name}.max`} label={words.most[of]} kind="number" />
    </Row>
  );
}

function OfMetric() {
  const { formBuilder, forms } = useWords();
  const { metric: words } = formBuilder;
  const values = useContext(Holding);
  const options = metricNames.map((name: Metric) => ({ value: name, label: forms.claim.metric(name) }));
  return (
    <>
      <Checks name="metrics" label={words.metrics} hint={words.metricsHint} options={options} values={ticked(values.metrics)} />
      <ChoiceOf name="before" label={words.before} labels={words.asked} />
      <ChoiceOf name="source" label={words.source} labels={words.asked} />
    </>
  );
}

function OfFiles() {
  const { files: words } = useWords().formBuilder;
  const values = useContext(Holding);
  const kinds = Object.entries(words.kinds).map(([value, label]) => ({ value, label }));
  return (
    <>
      <Counts of="files" name="count" />
      <Setting name="bytes" label={words.bytes} kind="number" />
      <Checks name="groups" label={words.groups} hint={words.groupsHint} options={kinds} values={ticked(values.groups)} />
      <Setting name="extensions" label={words.extensions} hint={words.extensionsHint} kind="word" />
    </>
  );
}

/** What only fields of this kind have: their limits, their options. */
export function Settings({ field }: { field: Field }) {
  const { formBuilder: words } = useWords();
  const values = useContext(Holding);
  switch (field.kind) {
    case 'short-text':
      return <Counts of="characters" name="characters" />;
    case 'long-text':
      return (
        <>
          <Counts of="words" name="words" />
          <p className="hint">{words.wordsHint}</p>
        </>
      );
    case 'choice':
      return (
        <>
          <OptionRows count={field.options.length} />
          <Check name="other" label={words.other} checked={values.other === 'on'} />
          <Counts of="chosen" name="choose" />
        </>
      );
    case 'number':
      return (
        <>
          <Row>
            <Setting name="min" label={words.number.min} kind="number" />
            <Setting name="max" label={words.number.max} kind="number" />
            <Setting name="step" label={words.number.step} kind="number" />
          </Row>
          <Setting name="unit" label={words.number.unit} hint={words.number.unitHint} kind="word" />
        </>
      );
    case 'money':
      return (
        <>
          <Setting name="currencies" label={words.money.currencies} hint={words.money.currenciesHint} />
          <Row>
            <Setting name="min" label={words.money.min} hint={words.money.unit} kind="number" />
            <Setting name="max" label={words.money.max} hint={words.money.unit} kind="number" />
          </Row>
        </>
      );
    case 'date':
      return (
        <Row>
          <Setting name="from" label={words.date.from} kind="date" />
          <Setting name="to" label={words.date.to} kind="date" />
        </Row>
      );
    case 'video':
      return (
        <Row>
          <Setting name="seconds" label={words.video.seconds} hint={words.video.secondsHint} kind="number" />
          <Setting name="bytes" label={words.video.bytes} kind="number" />
        </Row>
      );
    case 'files':
      return <OfFiles />;
    case 'web-addresses':
      return <Counts of="addresses" name="count" />;
    case 'reference':
      return <ChoiceOf name="to" label={words.reference.label} labels={words.reference.to} />;
    case 'consent':
      return <TextArea name="text" label={words.consent} rows={5} value={values.text} />;
    case 'metric':
      return <OfMetric />;
  }
}

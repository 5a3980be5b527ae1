import { useWords } from '#shells/words.tsx';
import type { SentText } from '#slices/programmes/editing/notation.ts';
import type { RulesView } from '#slices/programmes/rules/view.ts';
import { Button } from '#ui/actions/button.tsx';
import { Link } from '#ui/actions/link.tsx';
import { Fold } from '#ui/data/fold.tsx';
import { Select } from '#ui/forms/choice.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { TextField } from '#ui/forms/text-field.tsx';
import { Section } from '#ui/frames/frames.tsx';
import { Notice } from '#ui/messages/notice.tsx';
import { Notation } from '../notation.tsx';
import { Origins } from './origins.tsx';
import { RuleForm } from './rule-form.tsx';
import './rules.css';

export type Chosen = NonNullable<RulesView['chosen']>;
type Props = {
  readonly view: RulesView;
  readonly here: string;
  readonly refusal: (act: string) => Refusal | undefined;
  /** A text that was not saved, with everything that is wrong in it. */
  readonly sent: SentText | undefined;
};

/** The rule as it is kept, line by line. */
function RuleText({ view, refusal, sent, ruleKey, yaml, open }: Omit<Props, 'here'> & { ruleKey: string; yaml: string; open: boolean }) {
  const words = useWords().ruleEditor;
  return (
    <Notation words={words} version={view.version} yaml={yaml} refusal={refusal('text')} sent={sent} open={open} names={{ key: words.key }}>
      {ruleKey === '' ? (
        <TextField name="key" label={words.key} hint={words.keyHint} value={sent?.key} />
      ) : (
        <input type="hidden" name="key" value={ruleKey} />
      )}
      <input type="hidden" name="rule" value={ruleKey} />
    </Notation>
  );
}

/** Categories that name the rule, and a way to name it in others. */
function Uses({ view, refusal, chosen }: Props & { chosen: Chosen }) {
  const words = useWords().ruleEditor;
  const { named, divisions, free, key } = chosen;
  return (
    <section className="stack" id="uses">
      <h3 className="h4">{words.where}</h3>
      {named.length + divisions.length === 0 && <p className="soft">{words.nowhere}</p>}
      {named.length > 0 && (
        <ul className="plain-list stack-2">
          {named.map(({ code, title }) => (
            <li key={code}>
              <div className="named">
                <bdi>{title}</bdi>
                {view.mayChange && (
                  <Form act="leave" id={`leave-${code}`} stacked={false}>
                    <Button size="small" more={words.leaveMore(title)}>
                      {words.leave}
                    </Button>
                    <input type="hidden" name="rule" value={key} />
                    <input type="hidden" name="node" value={code} />
                    <input type="hidden" name="version" value={view.version} />
                  </Form>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
      {divisions.map(({ division, of }) => (
        <p key={`${of} ${division}`}>{words.division(division, of)}</p>
      ))}
      {view.mayChange && free.length > 0 && (
        <Form act="use" refusal={refusal('use')} names={{ node: words.use }}>
          <Select name="node" label={words.use} options={free} empty={words.useChoose} />
          <Button>{words.useAct}</Button>
          <input type="hidden" name="rule" value={key} />
          <input type="hidden" name="version" value={view.version} />
        </Form>
      )}
    </section>
  );
}

function Remove({ view, refusal, chosen }: Props & { chosen: Chosen }) {
  const words = useWords().ruleEditor;
  return (
    <Fold summary={words.remove} open={refusal('remove') !== undefined}>
      {chosen.used ? (
        <p className="soft t-sm">{words.removeUsed}</p>
      ) : (
        <Form act="remove" refusal={refusal('remove')}>
          <p className="soft t-sm">{words.removeText}</p>
          <Button kind="danger">{words.removeAct}</Button>
          <input type="hidden" name="rule" value={chosen.key} />
          <input type="hidden" name="version" value={view.version} />
        </Form>
      )}
    </Fold>
  );
}

function ChosenRule(props: Props & { chosen: Chosen }) {
  const { view, here, refusal, sent, chosen } = props;
  const { ruleEditor: words, eligibility, problems } = useWords();
  const { key, name, rule, values, yaml, advice } = chosen;
  // What was refused stands where somebody looks first.
  const notation = <RuleText view={view} refusal={refusal} sent={sent} ruleKey={key} yaml={yaml} open={!values} />;
  return (
    <Section title={name || key} aside={<Link to={here}>{words.close}</Link>} first>
      <div className="stack-5">
        <p className="read">{eligibility.rule(rule, view.fields)}</p>
        {advice.length > 0 && (
          <Notice kind="warn" lead={words.advice}>
            {advice.map(({ code, facts }) => problems[code].detail(facts)).join(' ')}
          </Notice>
        )}
        {sent && view.mayChange && notation}
        {chosen.used && <Origins view={view} told={chosen.told} />}
        <Uses {...props} chosen={chosen} />
        {view.mayChange && values && <RuleForm view={view} values={values} ruleKey={key} refusal={refusal('save')} />}
        {view.mayChange && !values && <p className="soft">{words.nested}</p>}
        {view.mayChange ? (
          <div>
            {!sent && notation}
            <Remove {...props} chosen={chosen} />
          </div>
        ) : (
          <pre className="notation">{yaml}</pre>
        )}
      </div>
    </Section>
  );
}

function NewRule({ view, here, refusal, sent }: Props) {
  const words = useWords().ruleEditor;
  const notation = <RuleText view={view} refusal={refusal} sent={sent} ruleKey="" yaml="" open={false} />;
  return (
    <Section title={words.newRule} aside={<Link to={here}>{words.close}</Link>} first>
      <div className="stack-5">
        {sent && notation}
        {view.blank && <RuleForm view={view} values={view.blank} ruleKey="" refusal={refusal('save')} />}
        {!sent && notation}
      </div>
    </Section>
  );
}

/** What is done with the rule chosen, or with a new one. */
export function Beside(props: Props) {
  const { view } = props;
  const words = useWords().ruleEditor;
  return (
    <div id="rule-chosen">
      {view.chosen ? (
        <ChosenRule {...props} chosen={view.chosen} />
      ) : view.blank ? (
        <NewRule {...props} />
      ) : (
        <p className="soft">{words.choose}</p>
      )}
    </div>
  );
}

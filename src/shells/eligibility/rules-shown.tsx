import type { ShownRule, ShownRules } from '#core/editions/entry-rules.ts';
import { Tag } from '#ui/messages/tag.tsx';
import { useWords } from '../words.tsx';

const kinds = { yes: 'ok', no: 'bad', unknown: 'warn' } as const;

type Props = {
  readonly of: ShownRules;
  /** The form whose refusals lead to the rules. */
  readonly form?: string;
};

function RuleShown({ of, form, one: { key, name, says, rule, verdict } }: Props & { one: ShownRule }) {
  const { eligibility, shownRules: words } = useWords();
  const { applies, decides, stage } = verdict;
  const sentence = eligibility.rule(rule, of.fields);
  return (
    <li id={form && `${form}-rules-${key}`} className="stack-2">
      <p>
        {applies === 'no' ? <Tag>{words.doesNotApply}</Tag> : <Tag kind={kinds[verdict.verdict]}>{words.states[verdict.verdict]}</Tag>}{' '}
        <bdi className="strong">{name || sentence}</bdi>
      </p>
      {name !== '' && <p className="t-sm">{sentence}</p>}
      {verdict.reasons.map((reason) => (
        <p key={reason.path} className="soft t-sm">
          {eligibility.reason(reason, of.fields)}
        </p>
      ))}
      {says !== '' && <p className="soft t-sm">{says}</p>}
      {decides === 'advice' && <p className="faint t-sm">{words.advice}</p>}
      {decides === 'eligible' && stage === 'screening' && form !== undefined && <p className="faint t-sm">{words.later}</p>}
    </li>
  );
}

/** What every rule says of something, in its sentence, with what decided it. */
export function RulesShown(props: Props) {
  return (
    <ul className="plain-list stack measure">
      {props.of.rules.map((one) => (
        <RuleShown key={one.key} one={one} {...props} />
      ))}
    </ul>
  );
}

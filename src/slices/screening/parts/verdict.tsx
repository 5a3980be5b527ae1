import type { StandingState } from '#core/screening/verdicts.ts';
import { useWords } from '#shells/words.tsx';
import { Button } from '#ui/actions/button.tsx';
import { Link } from '#ui/actions/link.tsx';
import { Fold } from '#ui/data/fold.tsx';
import { Radios, Select } from '#ui/forms/choice.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { TextArea, TextField } from '#ui/forms/text-field.tsx';
import { Section, Stack } from '#ui/frames/frames.tsx';
import { Tag, type TagKind } from '#ui/messages/tag.tsx';

export const verdictKinds: Readonly<Record<StandingState, TagKind>> = { held: 'busy', unconfirmed: 'warn', disputed: 'bad', sent: 'plain' };

type RuleOutProps = { readonly version: number; readonly reasons: readonly string[]; readonly refusal: Refusal | undefined };

/** To decide that it may not compete; a duplicate names the entry that does. */
export function RuleOut({ version, reasons, refusal }: RuleOutProps) {
  const words = useWords().screening.verdicts;
  const names = { why: words.why, words: words.words, duplicateOf: words.duplicateOf };
  return (
    <Fold summary={words.title} open={refusal !== undefined}>
      <Form act="rule-out" refusal={refusal} names={names}>
        <input type="hidden" name="version" value={version} />
        <p className="soft t-sm">{words.will}</p>
        <Select name="why" label={words.why} empty={words.choose} options={reasons.map((value) => ({ value, label: value }))} />
        <TextArea name="words" label={words.words} hint={words.wordsHint} optional={words.optional} rows={3} />
        <TextField name="duplicateOf" label={words.duplicateOf} hint={words.duplicateHint} optional={words.optional} short />
        <Button>{words.go}</Button>
      </Form>
    </Fold>
  );
}

type Step = { readonly by: string; readonly at: string };

type StandingProps = {
  readonly verdict: {
    readonly state: StandingState;
    readonly why: string;
    readonly words: string;
    readonly duplicate: { readonly id: string; readonly number: string } | undefined;
    readonly decided: Step;
    readonly looked: (Step & { readonly agrees: boolean; readonly remark: string }) | undefined;
    readonly sent: Step | undefined;
    readonly mine: boolean;
  };
  readonly first: boolean;
  readonly writer: string;
  readonly secondLook: boolean;
  readonly mayChange: boolean;
  /** Whether the writer is theirs to tell. */
  readonly maySend: boolean;
  readonly refusals: Readonly<Record<'look' | 'send' | 'back', Refusal | undefined>>;
};

function SecondLook({ mine, refusal }: { mine: boolean; refusal: Refusal | undefined }) {
  const words = useWords().screening.verdicts;
  if (mine) return <p className="soft t-sm">{words.yours}</p>;
  return (
    <Form act="look" refusal={refusal} names={{ agrees: words.look, remark: words.remark }}>
      <Radios
        name="agrees"
        label={words.look}
        hint={words.lookText}
        options={[
          { value: 'yes', label: words.agree },
          { value: 'no', label: words.disagree },
        ]}
      />
      <TextArea name="remark" label={words.remark} hint={words.remarkHint} optional={words.optional} rows={2} />
      <Button>{words.look}</Button>
    </Form>
  );
}

/** That an entry may not compete: who decided what, who has to look, and what can be done with it. */
export function StandingVerdict({ verdict, first, writer, secondLook, mayChange, maySend, refusals }: StandingProps) {
  const { screening, dates } = useWords();
  const words = screening.verdicts;
  const { state, why, words: said, duplicate, decided, looked, sent, mine } = verdict;
  const looks = looked && (looked.agrees ? words.agreed : words.disputed)(looked.by, dates.full(looked.at));
  return (
    <Section title={words.held} first={first}>
      <Stack>
        <p>
          <Tag kind={verdictKinds[state]}>{words.states[state]}</Tag>{' '}
          {state !== 'sent' && <span className="soft t-sm">{words.heldText}</span>}
        </p>
        <p className="strong">
          <bdi>{why}</bdi>
        </p>
        {said !== '' && (
          <p>
            <bdi>{said}</bdi>
          </p>
        )}
        {duplicate && (
          <p>
            {words.duplicate}: <Link to={`/manage/entries/${duplicate.id}`}>{duplicate.number}</Link>
          </p>
        )}
        <p className="soft t-sm">
          {words.by(decided.by, dates.full(decided.at))} {looks} {sent && words.sentBy(sent.by, dates.full(sent.at))}
        </p>
        {looked && looked.remark !== '' && (
          <p className="soft t-sm">
            <bdi>{looked.remark}</bdi>
          </p>
        )}
        {mayChange && (state === 'unconfirmed' || (secondLook && state === 'held' && !looked)) && (
          <SecondLook mine={mine} refusal={refusals.look} />
        )}
        {maySend && state === 'held' && (
          <Form act="send" refusal={refusals.send}>
            <p className="soft t-sm">{words.sendWill(writer)}</p>
            <Button kind="main">{words.send}</Button>
          </Form>
        )}
        {!maySend && mayChange && state === 'held' && <p className="soft t-sm">{words.sentByManagers}</p>}
        {(state === 'sent' ? maySend : mayChange) && (
          <Form act="back" refusal={refusals.back}>
            <p className="soft t-sm">{state === 'sent' ? words.backSent : words.backWill}</p>
            <Button>{words.back}</Button>
          </Form>
        )}
      </Stack>
    </Section>
  );
}

import { useWords } from '#shells/words.tsx';
import type { AssignmentPreview } from '#slices/judging/index.ts';
import { Button, ButtonLink } from '#ui/actions/button.tsx';
import { Fold } from '#ui/data/fold.tsx';
import { Table } from '#ui/data/table.tsx';
import { Check } from '#ui/forms/choice.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { Section } from '#ui/frames/frames.tsx';
import { Notice } from '#ui/messages/notice.tsx';

type Props = {
  readonly plan: AssignmentPreview;
  readonly people: string;
  readonly mayChange: boolean;
  readonly refusal: Refusal | undefined;
};

/** Why nothing can be dealt, or that nothing has to be. */
function Nothing({ plan, people }: Pick<Props, 'plan' | 'people'>) {
  const words = useWords().judging.run;
  if (plan.entries === 0) return <p className="soft measure">{words.noEntries}</p>;
  if (plan.judges > 0) return <p className="soft measure">{words.assignNothing}</p>;
  return (
    <div className="stack">
      <p className="soft measure">{words.noJudges}</p>
      <ButtonLink to={people}>{words.invite}</ButtonLink>
    </div>
  );
}

function Short({ plan }: Pick<Props, 'plan'>) {
  const words = useWords().judging.run;
  if (plan.short.length === 0) return null;
  return (
    <Notice kind="warn" lead={words.short(plan.short.length)}>
      {words.shortDetail} {plan.short.map(({ number, judges, needed }) => words.shortEntry(number, judges, needed)).join(', ')}
    </Notice>
  );
}

function Loads({ plan }: Pick<Props, 'plan'>) {
  const words = useWords().judging.run;
  return (
    <Fold summary={words.loads}>
      <Table
        caption={words.loadsTable}
        onPhone="row"
        tight
        rows={plan.loads}
        keyOf={({ judge }) => judge}
        columns={[
          { id: 'judge', head: words.judge, names: true, cell: ({ name }) => name },
          { id: 'before', head: words.before, align: 'right', cell: ({ before }) => <span className="num">{before}</span> },
          { id: 'after', head: words.after, align: 'right', cell: ({ after }) => <span className="num strong">{after}</span> },
        ]}
      />
    </Fold>
  );
}

/** What assigning would do now, to how many, and the button that does just that. */
export function AssignmentPart({ plan, people, mayChange, refusal }: Props) {
  const { judging, dates } = useWords();
  const words = judging.run;
  const { added, dropped, kept, entries, judges, perEntry } = plan;
  const changes = added + dropped;
  const most = Math.max(0, ...plan.loads.map(({ after }) => after));
  return (
    <Section title={words.assign}>
      <div className="stack">
        {changes === 0 && <Nothing plan={plan} people={people} />}
        {added > 0 && <p className="measure">{words.assignWill({ added, entries, judges, perEntry, most })}</p>}
        {kept > 0 && changes > 0 && <p className="soft measure">{words.assignKept(kept)}</p>}
        {dropped > 0 && <p className="soft measure">{words.assignDropped(dropped)}</p>}
        {judges > 0 && <Short plan={plan} />}
        {mayChange && changes > 0 && (
          <Form act="assign" refusal={refusal}>
            <input type="hidden" name="plan" value={plan.hash} />
            {plan.early && <Check name="early" label={words.early} hint={words.earlyHint(dates.full(plan.entriesCloseAt))} />}
            <Button kind={kept === 0 ? 'main' : undefined}>{dropped > 0 ? words.reassignGo(changes) : words.assignGo(added)}</Button>
          </Form>
        )}
        {changes > 0 && <Loads plan={plan} />}
      </div>
    </Section>
  );
}

import { useActionData } from 'react-router';
import { type Refused, refusalOf } from '#http/form.ts';
import { DateField } from '#shells/dates/date-field.tsx';
import { RulesShown } from '#shells/eligibility/rules-shown.tsx';
import { useWords } from '#shells/words.tsx';
import type { MovingPage } from '#slices/screening/moving/page.ts';
import { Button, ButtonLink } from '#ui/actions/button.tsx';
import { useHref } from '#ui/base/frame.tsx';
import { Fold } from '#ui/data/fold.tsx';
import { Select } from '#ui/forms/choice.tsx';
import { Form } from '#ui/forms/form.tsx';
import { TextArea } from '#ui/forms/text-field.tsx';
import { Row, Section, Stack } from '#ui/frames/frames.tsx';
import { Notice } from '#ui/messages/notice.tsx';
import { RulesFlag } from './eligibility.tsx';

/** To choose where to; what it would do is shown before it is done. */
export function MoveToCategory({ moving, path, screen }: { moving: MovingPage; path: string; screen: boolean }) {
  const words = useWords().screening.moving;
  return (
    <Fold summary={words.title}>
      <form method="get" action={`${useHref(path)}#move`} className="stack">
        <p className="soft t-sm">{words.lead}</p>
        <Select name="to" label={words.to} options={moving.categories.map(({ id, name }) => ({ value: id, label: name }))} />
        {screen && <input type="hidden" name="screen" value="" />}
        <Button>{words.look}</Button>
      </form>
    </Fold>
  );
}

type PlanProps = {
  readonly plan: NonNullable<MovingPage['plan']>;
  readonly target: NonNullable<MovingPage['target']>;
  readonly entry: { readonly version: number; readonly writer: string; readonly back: string; readonly first: boolean };
  readonly clock: { readonly zone: string; readonly closes: string; readonly open: boolean; readonly offer: string | undefined };
};

function Parts({
  title,
  text,
  of,
  names,
}: {
  title: string;
  text: string;
  of: readonly string[];
  names: Readonly<Record<string, string>>;
}) {
  const own: Readonly<Record<string, string>> = useWords().screening.moving.parts;
  if (of.length === 0) return null;
  return (
    <div className="stack-2">
      <h3 className="h4">{title}</h3>
      <ul className="plain-list">
        {of.map((part) => (
          <li key={part}>
            <bdi>{names[part] ?? own[part] ?? part}</bdi>
          </li>
        ))}
      </ul>
      <p className="soft t-sm">{text}</p>
    </div>
  );
}

/** The plan as it is read, so that another one is not carried out. */
function Seen({ of: { missing, unasked, restated } }: { of: PlanProps['plan'] }) {
  const of = { missing, unasked, restated: restated.map(({ part }) => part) };
  return Object.entries(of).flatMap(([name, parts]) =>
    parts.map((part) => <input key={`${name} ${part}`} type="hidden" name={`seen-${name}`} value={part} />),
  );
}

/** What goes along, what is missing there and what is not asked any more; and the button that does it. */
export function MovePlan({ plan, target, entry, clock }: PlanProps) {
  const refused = useActionData<Refused>();
  const { screening, dates } = useWords();
  const words = screening.moving;
  const until = words.until(dates.cityOf(clock.zone));
  const { kept, missing, unasked, restated, names, eligibility } = plan;
  const kindCalled = (kind: string | null) => (kind === null ? '' : (screening.moving.kinds[kind] ?? kind));
  return (
    <div id="move">
      <Section title={words.plan(target.name)} first={entry.first}>
        <Form act="move-category" refusal={refusalOf(refused, 'move-category')} names={{ reason: words.reason, until }}>
          <Stack>
            <p className="soft">
              {words.will(entry.writer)} {words.kept(kept)} {missing.length === 0 && words.nothingMissing}
            </p>
            {restated.map(({ part, before, after }) => (
              <Notice key={part} kind="warn">
                {words.restated[part](kindCalled(before), kindCalled(after))}
              </Notice>
            ))}
            {eligibility && (
              <div className="stack">
                <RulesFlag of={eligibility} />
                <RulesShown of={eligibility} />
              </div>
            )}
            <Parts title={words.missing} text={words.missingText} of={missing} names={names} />
            <Parts title={words.unasked} text={words.unaskedText} of={unasked} names={names} />
            <input type="hidden" name="version" value={entry.version} />
            <input type="hidden" name="category" value={target.id} />
            <Seen of={plan} />
            <TextArea name="reason" label={words.reason} hint={words.reasonHint} rows={3} />
            {missing.length > 0 && (
              <DateField
                name="until"
                time
                label={until}
                {...(clock.open && { optional: screening.entry.optional, hint: screening.mending.untilOpen(dates.full(clock.closes)) })}
                value={clock.offer}
              />
            )}
            <Row>
              <Button kind="main">{words.go}</Button>
              <ButtonLink kind="quiet" to={entry.back}>
                {words.not}
              </ButtonLink>
            </Row>
          </Stack>
        </Form>
      </Section>
    </div>
  );
}

/** That it was moved, and can be back where it was. */
export function MovedBack({ to, from, writer }: { to: string; from: string; writer: string }) {
  const refused = useActionData<Refused>();
  const words = useWords().screening.moving.back;
  return (
    <Section title={words.title(from)}>
      <Form act="move-back" refusal={refusalOf(refused, 'move-back')}>
        <p className="soft t-sm">{words.will(to, writer)}</p>
        <Button>{words.go}</Button>
      </Form>
    </Section>
  );
}

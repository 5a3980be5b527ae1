import type { Readiness, ReadyKey } from '#core/editions/readiness.ts';
import { type Refused, refusalOf } from '#http/form.ts';
import type { FieldView } from '#http/problem.ts';
import { DateField } from '#shells/dates/date-field.tsx';
import { useWords } from '#shells/words.tsx';
import { Button } from '#ui/actions/button.tsx';
import { Link } from '#ui/actions/link.tsx';
import { Ready } from '#ui/data/lists.tsx';
import { Form } from '#ui/forms/form.tsx';
import { Section, Stack } from '#ui/frames/frames.tsx';
import { wall } from './date-fields.tsx';

type View = {
  readonly edition: { readonly programmeSlug: string; readonly slug: string; readonly zone: string };
  /** RFC 9557; null where it is published by hand. */
  readonly publishAt: string | null;
  readonly ready: readonly Readiness[];
  readonly missing: readonly FieldView[];
  readonly mayChange: boolean;
  readonly address: string;
};

/** Where each thing is looked after. */
function placesOf({ edition: { programmeSlug, slug }, missing }: View): Readonly<Record<ReadyKey, string>> {
  const here = `/manage/${programmeSlug}/${slug}`;
  const byCards = missing.some(({ path }) => path.startsWith('scorecards'));
  const byAward = missing.some(({ path }) => path.startsWith('award'));
  return {
    categories: `${here}/categories`,
    criteria: `${here}/criteria`,
    dates: `${here}/timeline`,
    forms: `${here}/forms`,
    facts: `${here}/rules`,
    references: `${here}/categories`,
    ballots: byAward && !byCards ? `${here}/award` : `${here}/criteria`,
    texts: `/manage/${programmeSlug}/texts`,
    translations: `${here}/translations`,
    judges: `/manage/${programmeSlug}/people`,
  };
}

/** When it is to become public by itself: set, moved, cancelled. */
function AtInstant({ view: { edition, publishAt, missing, address }, refused }: { view: View; refused: Refused | undefined }) {
  const { publishing: words, dates } = useWords();
  const planned = publishAt !== null;
  return (
    <Stack>
      {planned && (
        <div id="scheduled" className="stack-2">
          <p>{words.planned(dates.full(publishAt))}</p>
          <p className="soft t-sm">{missing.length > 0 ? words.plannedMissing : words.plannedText(address)}</p>
        </div>
      )}
      <Form act="schedule" refusal={refusalOf(refused, 'schedule')} oneField>
        <DateField
          name="publishAt"
          time
          label={words.at(dates.cityOf(edition.zone))}
          value={wall(publishAt ?? undefined)}
          {...(!planned && { hint: words.atHint })}
        />
        <Button unavailable={missing.length > 0 ? 'publish-will' : undefined}>{planned ? words.move : words.publishThen}</Button>
      </Form>
      {planned && (
        <Form act="cancel" refusal={refusalOf(refused, 'cancel')}>
          <Button kind="quiet">{words.cancel}</Button>
        </Form>
      )}
    </Stack>
  );
}

/** What is missing before the call is published, each with the way to it, and what publishing will do. */
export function PublishPart({ view, refused }: { view: View; refused: Refused | undefined }) {
  const words = useWords().manage.edition;
  const { missing, mayChange, address, ready } = view;
  const places = placesOf(view);
  // What ballots cannot hold is told criterion by criterion, and what cannot be counted rule by rule.
  const unheld = missing.filter(({ path }) => /^(scorecards|award)\b/.test(path)).map(({ message }) => message);
  return (
    <Section title={words.ready} first>
      <Ready
        items={ready.map(({ key, state, count }) => ({
          state,
          stateName: words.states[state],
          text: state === 'done' || !mayChange ? words.readyItems[key] : <Link to={places[key]}>{words.readyItems[key]}</Link>,
          ...(state !== 'done' && { more: key === 'ballots' && unheld.length > 0 ? unheld.join(' ') : words.readyMore[key](count) }),
        }))}
      />
      {mayChange && (
        <Stack space="wide">
          <Form act="publish" refusal={refusalOf(refused, 'publish')}>
            <p className="soft t-sm" id="publish-will">
              {words.publishWill(address)}
            </p>
            <Button kind="main" unavailable={missing.length > 0 ? 'publish-will' : undefined}>
              {words.publish}
            </Button>
          </Form>
          <AtInstant view={view} refused={refused} />
        </Stack>
      )}
    </Section>
  );
}

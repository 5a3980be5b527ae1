import type { Readiness, ReadyKey } from '#core/editions/readiness.ts';
import type { FieldView } from '#http/problem.ts';
import { useWords } from '#shells/words.tsx';
import { Button } from '#ui/actions/button.tsx';
import { Link } from '#ui/actions/link.tsx';
import { Ready } from '#ui/data/lists.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { Section } from '#ui/frames/frames.tsx';

type View = {
  readonly edition: { readonly programmeSlug: string; readonly slug: string; readonly published: boolean };
  readonly ready: readonly Readiness[];
  readonly missing: readonly FieldView[];
  readonly mayChange: boolean;
  readonly address: string;
};

/** Where each thing is looked after. */
function placesOf({ edition: { programmeSlug, slug } }: View): Readonly<Record<ReadyKey, string>> {
  const here = `/manage/${programmeSlug}/${slug}`;
  return {
    categories: `${here}/categories`,
    criteria: `${here}/criteria`,
    dates: `${here}/timeline`,
    references: `${here}/categories`,
    ballots: `${here}/criteria`,
    texts: `/manage/${programmeSlug}/texts`,
    judges: `/manage/${programmeSlug}/people`,
  };
}

/** What is missing before the call is published, each with the way to it, and what publishing will do. */
export function PublishPart({ view, refusal }: { view: View; refusal: Refusal | undefined }) {
  const words = useWords().manage.edition;
  const { missing, mayChange, address, ready } = view;
  const places = placesOf(view);
  // What ballots cannot hold is told criterion by criterion.
  const unheld = missing.filter(({ path }) => path.startsWith('scorecards')).map(({ message }) => message);
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
      {mayChange && !view.edition.published && (
        <Form act="publish" refusal={refusal}>
          <p className="soft t-sm" id="publish-will">
            {words.publishWill(address)}
          </p>
          <Button kind="main" unavailable={missing.length > 0 ? 'publish-will' : undefined}>
            {words.publish}
          </Button>
        </Form>
      )}
    </Section>
  );
}

import { useWords } from '#shells/words.tsx';
import type { Alike, AlikePair } from '#slices/nominations/listing/lists.ts';
import { Button } from '#ui/actions/button.tsx';
import { Link } from '#ui/actions/link.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { Row, Section, Stack } from '#ui/frames/frames.tsx';

type MergeProps = { readonly into: Alike; readonly other: Alike; readonly refusal: Refusal | undefined; readonly main?: boolean };

/** One into the other; only what nobody was told of can become part of another. */
export function Merge({ into, other, refusal, main }: MergeProps) {
  const words = useWords().nominations.alike;
  if (other.state !== 'proposed') return null;
  const mine = refusal?.values.into === into.id && refusal.values.nominee === other.id;
  return (
    <Form act="merge" id={`merge-${into.id}-${other.id}`} refusal={mine ? refusal : undefined} stacked={false}>
      <input type="hidden" name="into" value={into.id} />
      <input type="hidden" name="nominee" value={other.id} />
      <Button size="small" kind={main ? 'main' : undefined}>
        {words.into(into.name)}
      </Button>
    </Form>
  );
}

type PairProps = { readonly pair: AlikePair; readonly path: string; readonly mayChange: boolean; readonly refusal: Refusal | undefined };

export function Pair({ pair, path, mayChange, refusal }: PairProps) {
  const { nominations } = useWords();
  const words = nominations.alike;
  const { first, second, evidence, score } = pair;
  return (
    <Section title={`${first.name} · ${second.name}`} aside={words.score(score)}>
      <Stack space="tight">
        <p className="soft">{words.because(evidence)}</p>
        <ul className="plain-list">
          {[first, second].map(({ id, name, worksFor, email, category, state }) => (
            <li key={id}>
              <Link to={`${path}/${id}`}>
                <bdi>{name}</bdi>
              </Link>{' '}
              <span className="soft">
                {[worksFor, email, category, nominations.states[state]].filter((text) => text !== '').join(' · ')}
              </span>
            </li>
          ))}
        </ul>
        {mayChange && (
          <Row>
            <Merge into={first} other={second} refusal={refusal} />
            <Merge into={second} other={first} refusal={refusal} />
          </Row>
        )}
      </Stack>
    </Section>
  );
}

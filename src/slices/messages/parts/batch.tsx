import { useWords } from '#shells/words.tsx';
import type { BatchPage } from '#slices/messages/batches/views.ts';
import { Button, ButtonLink } from '#ui/actions/button.tsx';
import { Link } from '#ui/actions/link.tsx';
import { Facts } from '#ui/data/facts.tsx';
import { Progress } from '#ui/data/progress.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { Row, Section, Stack } from '#ui/frames/frames.tsx';
import { Dialog } from '#ui/messages/dialog.tsx';

type Props = { readonly view: BatchPage };

/** To how many it would go, or how far it is: the finding the page opens with. */
export function useBatchLead({ batch }: BatchPage): { title: string; text: string } {
  const words = useWords().mailing.batch;
  if (batch.state === 'discarded') return { title: words.leadDiscarded, text: '' };
  if (batch.state === 'held') return { title: words.leadHeld(batch.leaving), text: words.leftOut(batch.all - batch.leaving) };
  return { title: words.leadReleased(batch.gone, batch.all), text: '' };
}

/** What approving does and to how many; the number goes with the form, and another one is refused. */
export function BatchQuestion({ view, to, refusal }: Props & { to: string; refusal: Refusal | undefined }) {
  const { mailing, manage } = useWords();
  const words = mailing.batch;
  const { leaving } = view.batch;
  const acts = (
    <>
      <Button kind="main">{words.approve(leaving)}</Button>
      <ButtonLink kind="quiet" to={to}>
        {manage.edition.back}
      </ButtonLink>
    </>
  );
  return (
    <Form act="approve" refusal={refusal}>
      <Dialog title={words.approveTitle(leaving)} acts={acts}>
        <p>{words.approveWill}</p>
      </Dialog>
      <input type="hidden" name="count" value={leaving} />
    </Form>
  );
}

export function RecallForm({ refusal }: { refusal: Refusal | undefined }) {
  const words = useWords().mailing.batch;
  return (
    <Form act="recall" refusal={refusal} stacked={false}>
      <Button size="small">{words.recall}</Button>
    </Form>
  );
}

type ActsProps = Props & { to: string; toasted: boolean; refusalOf: (act: string) => Refusal | undefined };

export function BatchActs({ view, to, toasted, refusalOf }: ActsProps) {
  const words = useWords().mailing.batch;
  const { batch, asking } = view;
  if (batch.state === 'released') return batch.begun === 0 && !toasted ? <RecallForm refusal={refusalOf('recall')} /> : null;
  if (batch.state !== 'held' || asking) return null;
  return (
    <Row>
      {batch.leaving > 0 && (
        <ButtonLink kind="main" to={`${to}?approve`}>
          {words.approve(batch.leaving)}
        </ButtonLink>
      )}
      <Form act="discard" refusal={refusalOf('discard')}>
        <Button kind="quiet">{words.discard}</Button>
      </Form>
    </Row>
  );
}

export function BatchFacts({ view, members }: Props & { members: string }) {
  const { mailing, dates } = useWords();
  const words = mailing.batch;
  const { batch, from } = view;
  const of = [
    { name: mailing.list.state, value: words.states[batch.state] },
    { name: words.prepared, value: dates.full(batch.preparedAt) },
    { name: words.fromLabel, value: words.from(from.name, from.address) },
    ...(from.replyTo ? [{ name: words.replyTo, value: from.replyTo }] : []),
  ];
  return (
    <Section title={words.progress} first>
      <Stack>
        {batch.state === 'released' && (
          <Progress label={words.progress} value={batch.gone} max={batch.all} note={words.leadReleased(batch.gone, batch.all)} />
        )}
        <Facts of={of} />
        <p>
          <Link kind="go" to={members}>
            {words.members}
          </Link>
        </p>
      </Stack>
    </Section>
  );
}

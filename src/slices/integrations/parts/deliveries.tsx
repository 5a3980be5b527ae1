import { useWords } from '#shells/words.tsx';
import { Button, ButtonLink } from '#ui/actions/button.tsx';
import { Chip } from '#ui/data/filters.tsx';
import { Fold } from '#ui/data/fold.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { Row, Section, Stack } from '#ui/frames/frames.tsx';
import { Empty } from '#ui/messages/empty.tsx';
import { Tag } from '#ui/messages/tag.tsx';
import './machine-text.css';

type Attempt = {
  readonly at: string;
  readonly status: number | null;
  readonly fault: string | null;
  readonly ms: number;
  readonly excerpt: string;
};
type State = 'waiting' | 'delivered' | 'failed';
type Delivery = {
  readonly event: string;
  readonly number: number;
  readonly kind: string;
  readonly state: State;
  readonly tries: number;
  readonly at: string;
  readonly dueAt: string | null;
  readonly attempts: readonly Attempt[];
  readonly message: string;
};
type Props = {
  readonly webhook: { readonly id: string; readonly programme: string; readonly failed: number; readonly mayChange: boolean };
  readonly deliveries: readonly Delivery[];
  readonly state: State | undefined;
  readonly next: number | undefined;
  readonly refusal: Refusal | undefined;
};

function Came({ attempt }: { attempt: Attempt }) {
  const { webhooks: words, dates } = useWords();
  const came = attempt.status === null ? words.fault(attempt.fault ?? '') : words.status(attempt.status);
  return (
    <li>
      <span className="num">{words.attempt(dates.full(attempt.at), came, attempt.ms)}</span>
      {attempt.excerpt !== '' && <pre className="excerpt">{attempt.excerpt}</pre>}
    </li>
  );
}

function Replay({ delivery, refusal }: { delivery: Delivery; refusal: Refusal | undefined }) {
  const words = useWords().webhooks;
  const mine = refusal?.values.event === delivery.event ? refusal : undefined;
  return (
    <Form act="replay" id={`replay-${delivery.event}`} refusal={mine}>
      <input type="hidden" name="event" value={delivery.event} />
      <Button size="small" more={words.replayMore(delivery.number)}>
        {words.replay}
      </Button>
    </Form>
  );
}

const kinds = { waiting: 'busy', delivered: 'ok', failed: 'bad' } as const;

function One({ delivery, mayChange, refusal }: { delivery: Delivery; mayChange: boolean; refusal: Refusal | undefined }) {
  const { webhooks: words, dates } = useWords();
  const { number, kind, state, tries, at, dueAt, attempts, message } = delivery;
  const note = (
    <>
      <Tag kind={kinds[state]}>{words.deliveryStates[state]}</Tag> {words.number(number)} · {words.deliveryNote(tries, dates.full(at))}
    </>
  );
  return (
    <Fold summary={words.kind(kind)} note={note}>
      <Stack>
        <h3 className="t-sm strong">{words.sent}</h3>
        <pre className="excerpt">{JSON.stringify(JSON.parse(message), null, 2)}</pre>
        {attempts.length > 0 && (
          <>
            <h3 className="t-sm strong">{words.attempts}</h3>
            <ol className="attempts t-sm">
              {attempts.map((attempt) => (
                <Came key={attempt.at} attempt={attempt} />
              ))}
            </ol>
          </>
        )}
        {dueAt !== null && tries > 0 && <p className="t-sm faint">{words.next(dates.full(dueAt))}</p>}
        {mayChange && <Replay delivery={delivery} refusal={refusal} />}
      </Stack>
    </Fold>
  );
}

/** What was sent to a webhook, the newest first, each with what came back. */
export function Deliveries({ webhook, deliveries, state, next, refusal }: Props) {
  const words = useWords().webhooks;
  const here = `/manage/${webhook.programme}/webhooks/${webhook.id}`;
  const older = new URLSearchParams({ ...(state && { state }), ...(next !== undefined && { before: String(next) }) });
  const all = refusal !== undefined && refusal.values.event === undefined ? refusal : undefined;
  return (
    <Section title={words.deliveries} first>
      <Stack>
        <Row>
          <Chip to={here} on={state === undefined}>
            {words.all}
          </Chip>
          {(['waiting', 'delivered', 'failed'] as const).map((one) => (
            <Chip key={one} to={`${here}?state=${one}`} on={state === one}>
              {words.deliveryStates[one]}
            </Chip>
          ))}
        </Row>
        {webhook.mayChange && webhook.failed > 0 && (
          <Form act="replay" id="replay-all" refusal={all}>
            <Button size="small">{words.replayAll(webhook.failed)}</Button>
          </Form>
        )}
        {deliveries.length === 0 ? (
          <Empty title={words.noDeliveries}>{words.noDeliveriesText}</Empty>
        ) : (
          <div>
            {deliveries.map((delivery) => (
              <One key={delivery.event} delivery={delivery} mayChange={webhook.mayChange} refusal={refusal} />
            ))}
          </div>
        )}
        {next !== undefined && (
          <ButtonLink size="small" to={`${here}?${older}`}>
            {words.older}
          </ButtonLink>
        )}
      </Stack>
    </Section>
  );
}

import { useWords } from '#shells/words.tsx';
import { Button } from '#ui/actions/button.tsx';
import { Fold } from '#ui/data/fold.tsx';
import { Radios } from '#ui/forms/choice.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { Row, Section, Stack } from '#ui/frames/frames.tsx';
import { WebhookFields } from './webhooks.tsx';
import './machine-text.css';

/** The secret, in the minutes in which it can be copied. */
export function WebhookSecret({ secret, refusal }: { secret: string; refusal: Refusal | undefined }) {
  const words = useWords().webhooks;
  return (
    <Section title={words.secret} first>
      <Stack>
        <p className="soft measure">{words.secretText}</p>
        <p>
          <code className="secret">{secret}</code>
        </p>
        <Form act="hide" refusal={refusal}>
          <Button>{words.keep}</Button>
        </Form>
      </Stack>
    </Section>
  );
}

type Settings = {
  readonly address: string;
  readonly note: string;
  readonly kinds: readonly string[];
  readonly state: 'on' | 'off' | 'failed';
  readonly version: number;
};

export function WebhookSettings({
  webhook,
  kinds,
  refusal,
}: {
  webhook: Settings;
  kinds: readonly string[];
  refusal: Refusal | undefined;
}) {
  const words = useWords().webhooks;
  const { address, note, kinds: chosen, state, version } = webhook;
  const names = { address: words.address, note: words.note, kinds: words.kinds, state: words.state };
  const states = [
    { value: 'on', label: words.on },
    { value: 'off', label: words.off },
  ];
  return (
    <Section title={words.settings} first>
      <Form act="change" refusal={refusal} names={names}>
        <input type="hidden" name="version" value={version} />
        <WebhookFields kinds={kinds} address={address} note={note} chosen={chosen} />
        <Radios name="state" label={words.state} options={states} value={state === 'on' ? 'on' : 'off'} look="either" />
        <Button kind="main">{words.save}</Button>
      </Form>
    </Section>
  );
}

type Act = 'test' | 'renew' | 'delete';

export function WebhookActs({ refusals }: { refusals: Readonly<Record<Act, Refusal | undefined>> }) {
  const words = useWords().webhooks;
  return (
    <Stack>
      <Row>
        <Form act="test" refusal={refusals.test}>
          <Button>{words.test}</Button>
        </Form>
        <Form act="renew" refusal={refusals.renew}>
          <Button kind="quiet">{words.renew}</Button>
        </Form>
      </Row>
      <Fold summary={words.delete} open={refusals.delete !== undefined}>
        <Form act="delete" refusal={refusals.delete}>
          <p className="soft measure">{words.deleteText}</p>
          <Button kind="danger">{words.delete}</Button>
        </Form>
      </Fold>
    </Stack>
  );
}

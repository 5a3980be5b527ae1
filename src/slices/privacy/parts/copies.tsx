import { useWords } from '#shells/words.tsx';
import type { RequestView } from '#slices/privacy/views.ts';
import { Button } from '#ui/actions/button.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import type { ProofAsk } from '#ui/forms/proof.tsx';
import { Section, Stack } from '#ui/frames/frames.tsx';

type Props = { readonly requests: readonly RequestView[]; readonly proof: ProofAsk | undefined; readonly refusal: Refusal | undefined };

/** A copy to take, one on its way, or the way to ask for one. */
export function Copies({ requests, proof, refusal }: Props) {
  const { privacy, dates } = useWords();
  const words = privacy.copy;
  const ready = requests.find(({ kind, state }) => kind === 'export' && state === 'ready');
  const waiting = requests.some(({ kind, state }) => kind === 'export' && state === 'waiting');
  return (
    <Section title={words.title} first>
      <Stack>
        {ready && (
          <Form act="take" to={`/account/privacy/${ready.id}/copy`} proof={proof}>
            <p className="measure">{words.ready(ready.bytes, dates.day(ready.dueAt))}</p>
            <Button kind="main">{words.take}</Button>
          </Form>
        )}
        {waiting && <p className="measure">{words.making}</p>}
        {!ready && !waiting && (
          <Form act="copy" proof={proof} refusal={refusal}>
            <p className="soft measure">{words.text}</p>
            <Button>{words.ask}</Button>
          </Form>
        )}
      </Stack>
    </Section>
  );
}

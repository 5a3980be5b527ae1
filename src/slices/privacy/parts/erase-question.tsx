import { useWords } from '#shells/words.tsx';
import type { ErasingView } from '#slices/privacy/views.ts';
import { Button, ButtonLink } from '#ui/actions/button.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import type { ProofAsk } from '#ui/forms/proof.tsx';
import { Dialog } from '#ui/messages/dialog.tsx';
import { Blocks, Lines } from './lines.tsx';

type Props = { readonly erasing: ErasingView; readonly proof: ProofAsk | undefined; readonly refusal: Refusal | undefined };

/** What goes, what stays and why, to how many; or what stands in the way. */
export function EraseQuestion({ erasing: { goes, stays, blocks }, proof, refusal }: Props) {
  const words = useWords().privacy.erase;
  const back = (
    <ButtonLink kind="quiet" to="/account/privacy">
      {words.not}
    </ButtonLink>
  );
  if (blocks.length > 0)
    return (
      <Dialog title={words.blocked} acts={back}>
        <Blocks blocks={blocks} />
      </Dialog>
    );
  const acts = (
    <>
      <Button kind="danger">{words.go}</Button>
      {back}
    </>
  );
  return (
    <Form act="erase" proof={proof} refusal={refusal}>
      <Dialog title={words.question} acts={acts}>
        <div className="stack">
          <Lines title={words.goes} of={goes} />
          {stays.length > 0 && (
            <>
              <Lines title={words.stays} of={stays} />
              <p>{words.staysWhy}</p>
            </>
          )}
          <p>{words.after}</p>
        </div>
      </Dialog>
    </Form>
  );
}

import { Button } from '#ui/actions/button.tsx';
import { Fold } from '#ui/data/fold.tsx';
import { OwnThing } from '#ui/data/own-list.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';

/** What an act that ends things of an account knows of its page. */
export type Ending = { readonly proof: Refusal['proof']; readonly refusal: Refusal | undefined };

type Props = Ending & {
  readonly act: string;
  /** The field that says which, and what it says. */
  readonly field: string;
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly verb: string;
};

/** Something of an account with its end. Where a proof is due, the verb opens it, so that the list stays a list. */
export function OwnEnd({ act, field, id, name, note, verb, proof, refusal }: Props) {
  const refused = refusal?.values[field] === id ? refusal : undefined;
  const form = (
    <Form act={act} id={`${act}-${id}`} proof={proof} refusal={refused}>
      <input type="hidden" name={field} value={id} />
      <Button size="small" kind="danger" more={name}>
        {verb}
      </Button>
    </Form>
  );
  const folded = (
    <Fold summary={verb} open={refused !== undefined}>
      {form}
    </Fold>
  );
  return <OwnThing name={name} note={note} act={proof ? folded : form} />;
}

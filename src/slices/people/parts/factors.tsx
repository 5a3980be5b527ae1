import { useWords } from '#shells/words.tsx';
import type { FactorView } from '#slices/people/index.ts';
import { Button } from '#ui/actions/button.tsx';
import { Fold } from '#ui/data/fold.tsx';
import { OwnList, OwnThing } from '#ui/data/own-list.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';

type Props = { readonly factors: readonly FactorView[]; readonly proof: Refusal['proof']; readonly refusal: Refusal | undefined };

/** What is asked for when somebody signs in. Where a proof is due, the removal opens it, so that the list stays a list. */
export function Factors({ factors, proof, refusal }: Props) {
  const { factors: words, dates } = useWords();
  if (factors.length === 0) return <p className="soft">{words.none}</p>;
  return (
    <OwnList>
      {factors.map(({ id, kind, name, since, used }) => {
        const refused = refusal?.values.factor === id ? refusal : undefined;
        const form = (
          <Form act="remove" id={`remove-${id}`} proof={proof} refusal={refused}>
            <input type="hidden" name="factor" value={id} />
            <Button size="small" kind="danger" more={name}>
              {words.remove}
            </Button>
          </Form>
        );
        const usage = used === null ? words.neverUsed : words.used(dates.short(used));
        return (
          <OwnThing
            key={id}
            name={name}
            note={`${words.kind[kind]}, ${words.since(dates.short(since))}, ${usage}`}
            act={
              proof ? (
                <Fold summary={words.remove} open={refused !== undefined}>
                  {form}
                </Fold>
              ) : (
                form
              )
            }
          />
        );
      })}
    </OwnList>
  );
}

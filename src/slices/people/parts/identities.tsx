import { useWords } from '#shells/words.tsx';
import type { IdentityView } from '#slices/people/index.ts';
import { Button } from '#ui/actions/button.tsx';
import { Fold } from '#ui/data/fold.tsx';
import { OwnList, OwnThing } from '#ui/data/own-list.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';

type Props = { readonly identities: readonly IdentityView[]; readonly proof: Refusal['proof']; readonly refusal: Refusal | undefined };

/** Who opens this account besides its owner's own mail and password, each with its end. */
export function Identities({ identities, proof, refusal }: Props) {
  const { providers: words, dates } = useWords();
  if (identities.length === 0) return <p className="soft">{words.none}</p>;
  return (
    <OwnList>
      {identities.map(({ id, provider, label, since, used }) => {
        const refused = refusal?.values.identity === id ? refusal : undefined;
        const form = (
          <Form act="disconnect" id={`disconnect-${id}`} proof={proof} refusal={refused}>
            <input type="hidden" name="identity" value={id} />
            <Button size="small" kind="danger" more={provider}>
              {words.disconnect}
            </Button>
          </Form>
        );
        const usage = used === null ? words.neverUsed : words.used(dates.short(used));
        return (
          <OwnThing
            key={id}
            name={provider}
            note={[label, words.since(dates.short(since)), usage].filter((part) => part !== '').join(', ')}
            act={
              proof ? (
                <Fold summary={words.disconnect} open={refused !== undefined}>
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

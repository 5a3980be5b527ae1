import { useWords } from '#shells/words.tsx';
import type { ChosenCard } from '#slices/programmes/editing/criteria-page.ts';
import { Button } from '#ui/actions/button.tsx';
import { Fold } from '#ui/data/fold.tsx';
import { Select } from '#ui/forms/choice.tsx';
import { TextField } from '#ui/forms/text-field.tsx';
import { type Acting, Doing, refusedIn } from '../doing.tsx';

type Props = { readonly card: ChosenCard; readonly acting: Acting };

const spareGroups = 2;

export function AddCriterion({ acting }: { acting: Acting }) {
  const words = useWords().criteriaEditor;
  const kinds = Object.entries(words.kinds).map(([value, label]) => ({ value, label }));
  return (
    <Fold summary={words.add} open={refusedIn(acting.refusal, 'criterion.add') !== undefined}>
      <Doing {...acting} what="criterion.add" names={{ name: words.name, kind: words.kind }}>
        <TextField name="name" label={words.name} />
        <Select name="kind" label={words.kind} options={kinds} value="judged" />
        <Button>{words.addAct}</Button>
      </Doing>
    </Fold>
  );
}

/** What the card is called, its groups, and the way to be rid of it. */
export function CardPart({ card, acting }: Props) {
  const words = useWords().criteriaEditor;
  const rows = Array.from({ length: Math.min(20, card.groups.length + spareGroups) }, (_, at) => at);
  return (
    <>
      <Fold summary={words.card} open={refusedIn(acting.refusal, 'card.change') !== undefined}>
        <Doing {...acting} what="card.change" names={{ name: words.cardName }}>
          <TextField name="name" label={words.cardName} optional={words.optional} value={card.name} />
          <fieldset className="stack-2">
            <legend className="label">{words.groups}</legend>
            <p className="hint">{words.groupsHint}</p>
            {rows.map((at) => (
              <TextField key={at} name={`groups.${at}.name`} label={words.group(at + 1)} value={card.groups[at]?.name} />
            ))}
          </fieldset>
          <Button>{words.saveCard}</Button>
        </Doing>
      </Fold>
      <Fold summary={words.dropCard} open={refusedIn(acting.refusal, 'card.drop') !== undefined}>
        <Doing {...acting} what="card.drop">
          <p className="soft t-sm">{words.dropCardText(card.lines.length)}</p>
          <Button kind="danger">{words.dropCard}</Button>
        </Doing>
      </Fold>
    </>
  );
}

export function AddCard({ acting }: { acting: Acting }) {
  const words = useWords().criteriaEditor;
  return (
    <Fold summary={words.addCard} open={refusedIn(acting.refusal, 'card.add') !== undefined}>
      <Doing {...acting} what="card.add" names={{ 'card.name': words.cardName, name: words.firstCriterion }}>
        <p className="hint">{words.addCardText}</p>
        <TextField name="card.name" label={words.cardName} />
        <TextField name="name" label={words.firstCriterion} />
        <Button>{words.addCardAct}</Button>
      </Doing>
    </Fold>
  );
}

import { useWords } from '#shells/words.tsx';
import type { TreePage } from '#slices/programmes/tree/page-view.ts';
import { Button } from '#ui/actions/button.tsx';
import { Link } from '#ui/actions/link.tsx';
import { Fold } from '#ui/data/fold.tsx';
import { Radios } from '#ui/forms/choice.tsx';
import { Form, type Refusal } from '#ui/forms/form.tsx';
import { TextArea, TextField } from '#ui/forms/text-field.tsx';
import { Row, Section } from '#ui/frames/frames.tsx';
import { type Chosen, NodeFields } from './node-fields.tsx';

type Props = {
  readonly view: TreePage;
  readonly here: string;
  readonly refusal: (act: string) => Refusal | undefined;
};

const steps = ['up', 'down', 'in', 'out'] as const;

/** The same moves as by keys, one at a time, for whoever has no scripts, no keyboard or no patience with either. */
function Moves({ view, chosen }: { view: TreePage; chosen: Chosen }) {
  const words = useWords().tree;
  return (
    <Form act="move" id="step" label={words.move}>
      <Row>
        {steps.map((step) => {
          const move = chosen.moves[step];
          return (
            <Button key={step} size="small" name="moves" value={move ?? ''} unavailable={move === undefined ? 'no-step' : undefined}>
              {words.steps[step]}
            </Button>
          );
        })}
      </Row>
      <span className="vh" id="no-step">
        {words.noStep}
      </span>
      <input type="hidden" name="node" value={chosen.code} />
      <input type="hidden" name="version" value={view.version} />
    </Form>
  );
}

/** One node more: at the end of the top, or inside the chosen one or beside it. */
function Add({ view, refusal }: { view: TreePage; refusal: Refusal | undefined }) {
  const words = useWords().tree;
  const { chosen } = view;
  const names = { code: words.code, name: words.name, description: words.description };
  return (
    <Fold summary={chosen ? words.addTo(chosen.title) : words.add} open={refusal !== undefined || view.nodes.length === 0}>
      <Form act={chosen ? 'add' : 'category'} refusal={refusal} names={names}>
        {chosen && (
          <Radios
            name="place"
            label={words.addWhere}
            look="either"
            value="within"
            options={[
              { value: 'within', label: words.addPlaces.within },
              { value: 'beside', label: words.addPlaces.beside },
            ]}
          />
        )}
        <TextField name="code" label={words.code} hint={words.codeHint} short />
        <TextField name="name" label={words.name} />
        <TextArea name="description" label={words.description} rows={2} optional={words.optional} />
        <Button>{words.addOne}</Button>
        <input type="hidden" name="node" value={chosen?.code ?? ''} />
        <input type="hidden" name="version" value={view.version} />
      </Form>
    </Fold>
  );
}

function Remove({ view, chosen, refusal }: { view: TreePage; chosen: Chosen; refusal: Refusal | undefined }) {
  const words = useWords().tree;
  return (
    <Fold summary={words.remove} open={refusal !== undefined}>
      <Form act="remove" refusal={refusal}>
        <p className="soft t-sm">{words.removeText(chosen.title, chosen.below)}</p>
        <Button kind="danger">{words.removeAct(chosen.below)}</Button>
        <input type="hidden" name="node" value={chosen.code} />
        <input type="hidden" name="version" value={view.version} />
      </Form>
    </Fold>
  );
}

/** What a locked category is still called otherwise by. */
function Rename({ view, chosen, refusal }: { view: TreePage; chosen: Chosen & { row: string }; refusal: Refusal | undefined }) {
  const words = useWords().tree;
  return (
    <Form act="rename" refusal={refusal} names={{ name: words.name, description: words.description }}>
      <p className="soft t-sm">{words.locked.rename}</p>
      <TextField name="name" label={words.name} value={chosen.values.name} />
      <TextArea name="description" label={words.description} rows={3} optional={words.optional} value={chosen.values.description} />
      <Button kind="main">{words.save}</Button>
      <input type="hidden" name="category" value={chosen.row} />
      <input type="hidden" name="version" value={view.version} />
    </Form>
  );
}

function ChosenPart({ view, here, refusal, chosen }: Props & { chosen: Chosen }) {
  const words = useWords().tree;
  const { row } = chosen;
  return (
    <Section title={chosen.title} aside={<Link to={here}>{words.closeNode}</Link>} first>
      <div className="stack-5">
        <p className="soft t-sm">
          {chosen.path.length > 0 ? words.standsIn(chosen.path.join(' – ')) : words.atTop}
          {chosen.below > 0 && ` · ${words.below(chosen.below)}`}
        </p>
        {view.mayChange && <Moves view={view} chosen={chosen} />}
        {view.mayChange && <NodeFields view={view} chosen={chosen} refusal={refusal('change')} />}
        {!view.mayChange && chosen.values.description && <p>{chosen.values.description}</p>}
        {view.locked && view.mayRename && row !== undefined && (
          <Rename view={view} chosen={{ ...chosen, row }} refusal={refusal('rename')} />
        )}
        {view.mayChange && (
          <div>
            <Add view={view} refusal={refusal('add')} />
            <Remove view={view} chosen={chosen} refusal={refusal('remove')} />
          </div>
        )}
      </div>
    </Section>
  );
}

/** What is done with the line chosen in the outline; without one, how to choose, and a way to add the first. */
export function Beside(props: Props) {
  const { view, refusal } = props;
  const words = useWords().tree;
  return (
    <div className="tree-beside" id="node">
      {view.chosen ? (
        <ChosenPart {...props} chosen={view.chosen} />
      ) : (
        <div className="stack-5">
          {view.nodes.length > 0 && <p className="soft">{words.choose}</p>}
          {view.mayAdd && <Add view={view} refusal={refusal('category')} />}
        </div>
      )}
    </div>
  );
}

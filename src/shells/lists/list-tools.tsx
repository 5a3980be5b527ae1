import { type Refused, refusalOf } from '#http/form.ts';
import { useWords } from '#shells/words.tsx';
import { Button, ButtonLink } from '#ui/actions/button.tsx';
import { Menu } from '#ui/actions/menu.tsx';
import { Check, Checks } from '#ui/forms/choice.tsx';
import { Form } from '#ui/forms/form.tsx';
import { TextField } from '#ui/forms/text-field.tsx';
import { Toast } from '#ui/messages/toast.tsx';
import { Tabs } from '#ui/navigation/nav.tsx';

/** A list as `listState` of `#slices/lists` gives it. */
export type ListView = {
  readonly path: string;
  readonly here: string;
  readonly query: string;
  readonly mayShare: boolean;
  readonly columns: readonly { readonly id: string; readonly stays: boolean; readonly shown: boolean }[];
  readonly columnsChosen: boolean;
  readonly views: readonly {
    readonly id: string;
    readonly name: string;
    readonly to: string;
    readonly shared: boolean;
    readonly mayChange: boolean;
    readonly current: boolean;
  }[];
  readonly removed: { readonly id: string; readonly name: string } | undefined;
  readonly held: readonly string[];
  readonly files: { readonly csv: string; readonly xlsx: string };
};

type Props = {
  readonly list: ListView;
  /** The head of each column by its id. */
  readonly heads: Readonly<Record<string, string>>;
  readonly refused: Refused | undefined;
};

const group = 'list-tools';

function Columns({ list, heads, refused }: Props) {
  const words = useWords().lists;
  const refusal = refusalOf(refused, 'columns');
  const free = list.columns.filter(({ stays }) => !stays);
  return (
    <Menu label={words.columns} group={group} open={refusal !== undefined}>
      <Form act="columns" refusal={refusal}>
        <Checks
          name="columns"
          label={words.columns}
          hint={words.columnsHint}
          values={free.filter(({ shown }) => shown).map(({ id }) => id)}
          options={free.map(({ id }) => ({ value: id, label: heads[id] ?? id }))}
        />
        <div className="row">
          <Button size="small">{words.show}</Button>
          {list.columnsChosen && (
            <Button size="small" kind="quiet" name="own" value="1">
              {words.ownColumns}
            </Button>
          )}
        </div>
      </Form>
    </Menu>
  );
}

function Files({ list }: Pick<Props, 'list'>) {
  const words = useWords().lists;
  return (
    <Menu label={words.files} icon="download" group={group} end>
      <p className="hint">{words.filesHint}</p>
      <div className="row">
        <ButtonLink size="small" to={list.files.csv} download>
          {words.csv}
        </ButtonLink>
        <ButtonLink size="small" to={list.files.xlsx} download>
          {words.xlsx}
        </ButtonLink>
      </div>
    </Menu>
  );
}

function SaveView({ list, refused }: Pick<Props, 'list' | 'refused'>) {
  const words = useWords().lists;
  const refusal = refusalOf(refused, 'save-view');
  const columns = list.columns.filter(({ shown }) => shown).map(({ id }) => id);
  const query = list.columnsChosen ? new URLSearchParams(list.query) : undefined;
  query?.set('columns', columns.join(','));
  return (
    <Menu label={words.saveView} group={group} open={refusal !== undefined}>
      <Form act="save-view" refusal={refusal}>
        <TextField name="name" label={words.name} hint={words.saveViewHint} full />
        {list.mayShare && <Check name="shared" label={words.share} />}
        <input type="hidden" name="query" value={query?.toString() ?? list.query} />
        <div className="row">
          <Button size="small">{words.save}</Button>
        </div>
      </Form>
    </Menu>
  );
}

function ChangeViews({ list, refused }: Pick<Props, 'list' | 'refused'>) {
  const words = useWords().lists;
  const mine = list.views.filter(({ mayChange }) => mayChange);
  const refusal = refusalOf(refused, 'change-view');
  if (mine.length === 0) return null;
  return (
    <Menu label={words.changeViews} group={group} open={refusal !== undefined}>
      <p className="hint">{words.changeViewsHint}</p>
      {mine.map(({ id, name, shared }) => (
        <div className="view-form" key={id}>
          <Form act="change-view" id={`view-${id}`} refusal={refusal?.values.view === id ? refusal : undefined}>
            <TextField name="name" label={words.name} value={name} full />
            {list.mayShare && <Check name="shared" label={words.share} checked={shared} />}
            <input type="hidden" name="view" value={id} />
            <div className="row">
              <Button size="small" more={name}>
                {words.change}
              </Button>
              <Button size="small" kind="quiet" form={`remove-${id}`} more={name}>
                {words.remove}
              </Button>
            </div>
          </Form>
          <Form act="remove-view" id={`remove-${id}`}>
            <input type="hidden" name="view" value={id} />
          </Form>
        </div>
      ))}
    </Menu>
  );
}

/** Views, columns and files of a list, and the way back from a removed view. */
export function ListTools({ list, heads, refused }: Props) {
  const words = useWords().lists;
  const { views, path, query, removed } = list;
  const tabs = [
    { to: path, text: words.everything, current: query === '' },
    ...views.map(({ name, to, current }) => ({ to, text: name, current })),
  ];
  return (
    <div className="list-tools">
      {views.length > 0 && <Tabs label={words.views} items={tabs} />}
      <div className="list-tools__menus">
        <SaveView list={list} refused={refused} />
        <ChangeViews list={list} refused={refused} />
        <Columns list={list} heads={heads} refused={refused} />
        <Files list={list} />
      </div>
      {removed && (
        <Toast
          undo={
            <Form act="restore-view" stacked={false}>
              <input type="hidden" name="view" value={removed.id} />
              <Button size="small">{words.undo}</Button>
            </Form>
          }
        >
          {words.removed(removed.name)}
        </Toast>
      )}
    </div>
  );
}

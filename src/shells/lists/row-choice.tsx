import type { ReactNode } from 'react';
import { type Refused, refusalOf } from '#http/form.ts';
import { useWords } from '#shells/words.tsx';
import { Button } from '#ui/actions/button.tsx';
import { Bulk, Pick } from '#ui/data/pick.tsx';
import type { Column } from '#ui/data/table.tsx';
import { Form } from '#ui/forms/form.tsx';

const form = 'choose';

type Row = { readonly id: string };

/** The column of boxes in front of a table whose rows can be held for an act. */
export function pickColumn<R extends Row>(
  words: { readonly chooseHead: string; readonly choose: (name: string) => string },
  held: ReadonlySet<string>,
  nameOf: (row: R) => string,
): Column<R> {
  return {
    id: 'pick',
    head: <span className="vh">{words.chooseHead}</span>,
    cell: (row) => <Pick form={form} name="row" value={row.id} label={words.choose(nameOf(row))} checked={held.has(row.id)} />,
  };
}

type RowChoiceProps = {
  readonly rows: readonly Row[];
  readonly held: readonly string[];
  /** How many rows the list has under this address, and how many of those held are among them. */
  readonly found: number;
  readonly among: number;
  /** More rows were found than `found`, which is as far as they were counted. */
  readonly more?: boolean;
  readonly refused: Refused | undefined;
  /** Buttons that lead to the preview of an act: each is named `go`. */
  readonly children: ReactNode;
};

/** How many rows are held over all pages, and what may be done with them. Every button keeps the ticks of this page first. */
export function RowChoice({ rows, held, found, among, more = false, refused, children }: RowChoiceProps) {
  const words = useWords().lists;
  const all = among === found && !more;
  return (
    <Form act="choose" id={form} refusal={refusalOf(refused, 'choose')} stacked={false}>
      <input type="hidden" name="shown" value={rows.map(({ id }) => id).join(',')} />
      <Bulk
        quiet={held.length === 0}
        count={
          <span role="status">{held.length === 0 ? words.noneChosen : words.chosen(held.length, found, held.length - among, more)}</span>
        }
      >
        <Button size="small">{words.keep}</Button>
        {!all && (
          <Button kind="quiet" size="small" name="go" value="all">
            {words.chooseAll(found, more)}
          </Button>
        )}
        {held.length > 0 && (
          <Button kind="quiet" size="small" name="go" value="none">
            {words.chooseNone}
          </Button>
        )}
        {children}
      </Bulk>
    </Form>
  );
}

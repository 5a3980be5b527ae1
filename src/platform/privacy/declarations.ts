/**
 * What the tables know of people. Each slice declares every text, JSON, bytes and person column of its own tables, here and nowhere else:
 * what kind of data it is, whose, what an export gives of it, what erasing does to it and after how long it goes by itself. A column
 * that is declared by nobody fails a test; `docs/generated/personal-data.md` is printed from it.
 */
export type DataClass = 'identity' | 'contact' | 'credential' | 'content' | 'evaluation' | 'role' | 'message' | 'record' | 'technical';

export type Personal = {
  readonly personal: true;
  readonly class: DataClass;
  /** The way from the row to the person. */
  readonly whose: string;
  readonly exported: 'given' | `left out: ${string}`;
  readonly erased: 'deleted' | 'blanked' | 'name replaced' | `kept: ${string}`;
  /** What becomes of the column when two accounts become one; only for those that say who somebody is. */
  readonly merged?: 'moved' | 'deleted' | 'kept';
  /** The timer that lets it go, or the round that does. */
  readonly until?: string;
};

export type NotPersonal = { readonly personal: false; readonly because: string };
export type ColumnDeclaration = Personal | NotPersonal;
export type TableDeclaration = { readonly slice: string; readonly table: string; readonly columns: ReadonlyMap<string, ColumnDeclaration> };

const tables = new Map<string, TableDeclaration>();

export const personal = (dataClass: DataClass, whose: string, rest: Omit<Personal, 'personal' | 'class' | 'whose'>): Personal => ({
  personal: true,
  class: dataClass,
  whose,
  ...rest,
});

export const notPersonal = (because: string): NotPersonal => ({ personal: false, because });

/** Who did or holds something, by id alone: once erased, the id leads to nobody. */
export const byId = (
  whose: string,
  merged: 'moved' | 'deleted' | 'kept',
  erased: Personal['erased'] = 'kept: an id that leads to nobody any more',
) => personal('role', whose, { exported: 'given', erased, merged });

/** Several columns of one kind may be named together, with a space between. */
export function declareData(slice: string, table: string, groups: Readonly<Record<string, ColumnDeclaration>>): void {
  if (tables.has(table)) throw new Error(`${table} is declared twice`);
  const columns = new Map<string, ColumnDeclaration>();
  for (const [names, declared] of Object.entries(groups))
    for (const name of names.split(' ')) {
      if (columns.has(name)) throw new Error(`${table}.${name} is declared twice`);
      columns.set(name, declared);
    }
  tables.set(table, { slice, table, columns });
}

export function declaredData(): readonly TableDeclaration[] {
  return [...tables.values()];
}

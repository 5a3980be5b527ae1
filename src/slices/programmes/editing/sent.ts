/** What the form of a part says, before the part's shape has read it. */

export type Values = Readonly<Record<string, string>>;

export type Sent = null | boolean | number | string | readonly Sent[] | { readonly [name: string]: Sent };

/** What has been said, without what is empty. */
export const filled = (map: Readonly<Record<string, Sent | undefined>>): { readonly [name: string]: Sent } =>
  Object.fromEntries(Object.entries(map).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));

/** A value of ours as it is sent. */
export const plain = (value: unknown): Sent => JSON.parse(JSON.stringify(value)) as Sent;

export const textIn = (values: Values, name: string): string => (values[name] ?? '').trim();

/** A number where it is one; else as it was written, which is refused at its field. */
export function numberFrom(text: string | undefined): number | string | undefined {
  const written = (text ?? '').trim();
  if (written === '') return undefined;
  return /^-?\d{1,13}(?:\.\d{1,6})?$/.test(written) ? Number(written) : written;
}

/** A path in a list of which only some lines were written, as the form names it; `from`: which line of the form each is. */
export const atLine = (list: string, from: readonly number[], path: string): string =>
  path.replace(new RegExp(`^${list.replaceAll('.', '\\.')}\\.(\\d+)`), (_, i: string) => `${list}.${from[Number(i)] ?? i}`);

/** A part as a form made it, and at which field of that form something in it was written. */
export type Edited = {
  readonly body: Sent;
  readonly fieldOf: (path: string) => string;
  /** What is looked at once it is saved, where that differs from what was looked at before. */
  readonly keep?: Readonly<Record<string, string>>;
};

/** The field beside a time, ticked for the later of two equal ones; the browser's own control for a time knows no offset. */
export const secondOf = (path: string): string => `${path}.second`;

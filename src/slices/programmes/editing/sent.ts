/** What the form of a part says, before the part's shape has read it. */

export type Values = Readonly<Record<string, string>>;

export type Sent = null | boolean | number | string | readonly Sent[] | { readonly [name: string]: Sent };

/** What has been said, without what is empty. */
export const filled = (map: Readonly<Record<string, Sent | undefined>>): { readonly [name: string]: Sent } =>
  Object.fromEntries(Object.entries(map).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));

/** A part as a form made it, and at which field of that form something in it was written. */
export type Edited = {
  readonly body: Sent;
  readonly fieldOf: (path: string) => string;
  /** What is looked at once it is saved, where that differs from what was looked at before. */
  readonly keep?: Readonly<Record<string, string>>;
};

/** The field beside a time, ticked for the later of two equal ones; the browser's own control for a time knows no offset. */
export const secondOf = (path: string): string => `${path}.second`;

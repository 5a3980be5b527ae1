/** Parts of an answer that has a length and a tag (RFC 9110, 13 and 14). Pure. */

export type Span = { readonly from: number; readonly to: number };

/** `whole`: no part was asked for, or one that need not be answered. `none`: there is no such part. */
export type Asked = Span | 'whole' | 'none';

/**
 * One part is answered; several at once are answered by the whole, as a server may. `If-Range` names the tag the reader has its beginning
 * of: under another one it gets the whole again.
 */
export function partAsked(headers: Headers, length: number, tag: string): Asked {
  const range = headers.get('range');
  const condition = headers.get('if-range');
  if (range === null || (condition !== null && condition !== tag)) return 'whole';
  const parts = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(range.trim());
  if (!parts) return 'whole';
  const [, first = '', last = ''] = parts;
  if (first === '' && last === '') return 'whole';
  if (first === '') return Number(last) === 0 ? 'none' : { from: Math.max(0, length - Number(last)), to: length - 1 };
  const [from, to] = [Number(first), last === '' ? length - 1 : Math.min(Number(last), length - 1)];
  if (last !== '' && Number(last) < from) return 'whole';
  return from >= length ? 'none' : { from, to };
}

/** Whether the reader has it already. */
export function hasTag(headers: Headers, tag: string): boolean {
  const known = headers.get('if-none-match');
  return known !== null && (known.trim() === '*' || known.split(',').some((one) => one.trim().replace(/^W\//, '') === tag));
}

/** Just as much XML as the parts of a spreadsheet need: no document types, so no entities but the five and numbers. */

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text as it was meant: `&amp;` and `&#x27;` are characters again, and what Excel writes as `_x000D_`. */
export function plain(text: string): string {
  const unescaped = text.includes('&')
    ? text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi, (all, hex?: string, decimal?: string, name?: string) => {
        if (name !== undefined) return named[name] ?? all;
        const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
        return code <= 0x10ffff ? String.fromCodePoint(code) : all;
      })
    : text;
  return unescaped.includes('_x')
    ? unescaped.replace(/_x([0-9A-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : unescaped;
}

/** Text as XML may hold it. Control characters have no place in XML and are left out. */
export function escaped(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 forbids.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  );
}

export type Element = { readonly attributes: Readonly<Record<string, string>>; readonly inner: string };

/** Begin and end of the elements of a name, whatever their prefix; made once a name, as a sheet has a million cells. */
const tags = new Map<string, { readonly open: RegExp; readonly close: RegExp }>();

function tagsOf(name: string): { readonly open: RegExp; readonly close: RegExp } {
  const known = tags.get(name);
  if (known) return known;
  const made = { open: new RegExp(`<(?:\\w+:)?${name}(\\s[^>]*?)?(/)?>`, 'g'), close: new RegExp(`</(?:\\w+:)?${name}\\s*>`, 'g') };
  tags.set(name, made);
  return made;
}

/** The elements of one name, wherever they stand; they must not lie in each other. */
export function* elements(xml: string, name: string): Generator<Element> {
  const { open, close } = tagsOf(name);
  let at = 0;
  for (;;) {
    open.lastIndex = at;
    const found = open.exec(xml);
    if (!found) return;
    const [tag, attributes = '', empty] = found;
    const from = found.index + tag.length;
    at = from;
    let inner = '';
    if (!empty) {
      close.lastIndex = from;
      const end = close.exec(xml);
      if (!end) return;
      inner = xml.slice(from, end.index);
      at = close.lastIndex;
    }
    yield { attributes: attributesOf(attributes), inner };
  }
}

/** The first element of a name. */
export function firstElement(xml: string, name: string): Element | undefined {
  for (const found of elements(xml, name)) return found;
  return undefined;
}

function attributesOf(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  if (text === '') return found;
  for (const [, name = '', double, single] of text.matchAll(/(?<![\w:])([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
    found[name] = plain(double ?? single ?? '');
  return found;
}

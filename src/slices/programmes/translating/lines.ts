/** Texts of a part as a translator reads them: which thing each belongs to, and what of the thing it says. */
import type { Part, Parts } from '#core/editions/parts.ts';
import { inLanguage, localText } from '#core/languages/local-text.ts';
import { ownWords, type PlacedText, placeName, valueAt } from '#core/languages/translations.ts';

/** Lines of texts of one line are as long as these, in UTF-16 units. */
const aLine = 200;

/** Which texts are looked at. */
export const shownKinds = ['missing', 'changed', 'all'] as const;

type TextLine = {
  /** Of the place within the part; what a field and a row of a table name it by. */
  readonly name: string;
  /** What it says of its thing, step by step: `description`, or `anchors`, `3`, `text`. */
  readonly what: readonly string[];
  readonly source: string;
  readonly words: string;
  readonly most: number;
  readonly long: boolean;
  readonly outdated: boolean;
};

/** The thing texts beside each other belong to. `title` is empty where it is called nothing. */
type TextThing = { readonly key: string; readonly title: string; readonly lines: readonly TextLine[] };

const names = ['name', 'title', 'label', 'question'] as const;

/** What a thing is called in the language everything is written in. */
function titleOf(value: unknown, main: string): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  for (const name of names) {
    const { data } = localText.safeParse((value as Readonly<Record<string, unknown>>)[name]);
    if (data !== undefined) return inLanguage(data, main, main);
  }
  return undefined;
}

type Thing = { readonly steps: readonly string[]; readonly title: string };

/** The nearest thing around a text that is called something; else what it stands in. */
function thingOf(body: unknown, steps: readonly string[], main: string): Thing {
  for (let depth = steps.length - 1; depth > 0; depth -= 1) {
    const title = titleOf(valueAt(body, steps.slice(0, depth)), main);
    if (title !== undefined) return { steps: steps.slice(0, depth), title };
  }
  return { steps: steps.slice(0, -1), title: '' };
}

type Of = { readonly parts: Parts; readonly part: Part; readonly main: string; readonly language: string };

/** In the order of the texts, those of one thing together. */
export function thingsOf(texts: readonly PlacedText[], outdated: ReadonlySet<string>, { parts, part, main, language }: Of): TextThing[] {
  const things: { key: string; title: string; lines: TextLine[] }[] = [];
  for (const { steps, text, most } of texts) {
    const thing = part === 'award' ? { steps: ['names'], title: '' } : thingOf(parts[part], steps, main);
    const [name, source, key] = [placeName(steps), inLanguage(text, main, main), placeName(thing.steps)];
    const long = most > aLine * 2 || source.includes('\n');
    const line = { name, what: steps.slice(thing.steps.length), source, words: ownWords(text, language, main), most, long };
    const last = things.at(-1);
    const own = { ...line, outdated: outdated.has(name) };
    if (last?.key === key) last.lines.push(own);
    else things.push({ key, title: thing.title, lines: [own] });
  }
  return things;
}

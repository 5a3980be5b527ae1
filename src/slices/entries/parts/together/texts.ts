/** An entry as single fields: what each says as saved, what it says in the form, and what its controls hold. */
import { partOf } from '#core/entries/together.ts';
import { isOfFiles, sentAnswers } from '#core/forms/controls/sending.ts';
import { understood } from '#core/forms/reading.ts';
import { type Form, fieldsOf } from '#core/forms/shape.ts';
import { plainLine } from '#core/languages/plain-text.ts';
import type { EntryPage } from '#slices/entries/entry-page.ts';
import type { Controls } from '#ui/saving/drafts-here.ts';

/** By the names of parts: `title`, `answers.essay`. */
export type Texts = ReadonlyMap<string, string>;
export type ReadDate = (text: string) => string | undefined;

const heads = ['title', 'nominee', 'body', 'nomineeKind', 'nominator', 'chapter'] as const;
const lines: ReadonlySet<string> = new Set(['title', 'nominee']);

/** As the server reads it. */
const plain = (name: string, text: string): string => (lines.has(name) ? plainLine(text) : text.replaceAll('\r\n', '\n'));

function answered(form: Form, answers: Readonly<Record<string, unknown>>): [string, string][] {
  return fieldsOf(form).flatMap(({ field }): [string, string][] => {
    if (isOfFiles(field)) return [];
    const raw = Object.hasOwn(answers, field.key) ? answers[field.key] : undefined;
    const { answered: read, malformed } = understood(field, raw);
    return [[`answers.${field.key}`, malformed ? `?${JSON.stringify(raw)}` : JSON.stringify(read?.answer ?? '')]];
  });
}

export function savedTexts(entry: EntryPage): Texts {
  const said = heads.map((name) => [name, plain(name, entry[name] ?? '')] as const);
  return new Map([...said, ...(entry.form ? answered(entry.form.form, entry.form.answers) : [])]);
}

/** A name sent several times is one value of several lines, as the server has it. */
export function textsIn(form: HTMLFormElement, readDate: ReadDate): Record<string, string> {
  const data = new FormData(form);
  const dated = new Set(data.getAll('_date'));
  const textOf = (name: string) =>
    data
      .getAll(name)
      .filter((value) => typeof value === 'string')
      .map((text) => (dated.has(name) ? (readDate(text) ?? text) : text))
      .join('\n');
  return Object.fromEntries([...new Set(data.keys())].map((name) => [name, textOf(name)]));
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function controlsIn(form: HTMLFormElement): Control[] {
  const all = [...form.querySelectorAll<Control>('input, textarea, select')];
  return all.filter(({ name, type }) => name !== '' && !name.startsWith('_') && type !== 'file');
}

const ticks = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio');

/** Only of what the form asks. */
export function writtenTexts(entry: EntryPage, form: HTMLFormElement, readDate: ReadDate): Texts {
  const asked = new Set(controlsIn(form).map(({ name }) => partOf(name)));
  const texts = textsIn(form, readDate);
  const said = heads.map((name) => [name, plain(name, texts[name] ?? '')] as [string, string]);
  const all = [...said, ...(entry.form ? answered(entry.form.form, sentAnswers(entry.form.form, texts)) : [])];
  return new Map(all.filter(([part]) => asked.has(part)));
}

export function controlsOf(form: HTMLFormElement, part: string): Controls {
  const held: Record<string, string[]> = {};
  for (const control of controlsIn(form)) {
    if (partOf(control.name) !== part) continue;
    const values = held[control.name] ?? [];
    if (!ticks(control) || control.checked) values.push(control.value);
    held[control.name] = values;
  }
  return held;
}

export function putBack(form: HTMLFormElement, controls: Controls): void {
  for (const control of controlsIn(form)) {
    const values = Object.hasOwn(controls, control.name) ? controls[control.name] : undefined;
    if (values === undefined) continue;
    if (ticks(control)) control.checked = values.includes(control.value);
    else control.value = values[0] ?? '';
  }
}

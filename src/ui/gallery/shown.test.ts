/** The gallery shows every component, each in every look it has by name. */
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { expect, test } from 'vitest';

type Source = { readonly path: string; readonly text: string };

const ui = new URL('../', import.meta.url).pathname;
const sources: readonly Source[] = globSync('**/*.{ts,tsx}', { cwd: ui })
  .filter((path) => !path.includes('.test.'))
  .map((path) => ({ path, text: readFileSync(ui + path, 'utf8') }));
const isGallery = ({ path }: Source) => dirname(path) === 'gallery';

/** They draw nothing of their own, or act as soon as they are there. */
const silent: Readonly<Record<string, string>> = {
  FrameProvider: 'gives the page to what stands in it',
  VersionField: 'a hidden field',
  CarriedField: 'a hidden field',
  Autosaved: 'nothing until somebody writes; what it then shows is SaveState',
  UploadDrop: 'FileDrop until a file is chosen, and File while it sends',
  ForgetsDrafts: 'nothing; it acts when a form is sent',
  SelfPressing: 'sends the form it stands in at once',
  YourTime: 'nothing but the time of the reader’s own clock',
};

/** Components by the source that exports them, and what each source draws. */
const exported = (all: readonly Source[]) =>
  all.flatMap(({ path, text }) => [...text.matchAll(/^export (?:function|const) ([A-Z]\w*)/gm)].map(([, name = '']) => ({ name, path })));
const drawnIn = (text: string) => [...text.matchAll(/<([A-Z]\w*)|\bh\(([A-Z]\w*)/g)].map(([, tag, call]) => tag ?? call ?? '');

/** What is drawn by the gallery, and by what it draws. */
function shown(all: readonly Source[]): ReadonlySet<string> {
  const home = new Map(exported(all).map(({ name, path }) => [name, path]));
  const textOf = new Map(all.map(({ path, text }) => [path, text]));
  const seen = new Set<string>();
  const waiting = all.filter(isGallery).flatMap(({ text }) => drawnIn(text));
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    waiting.push(...drawnIn(textOf.get(home.get(name) ?? '') ?? ''));
  }
  return seen;
}

function missing(all: readonly Source[]): string[] {
  const seen = shown(all);
  return exported(all.filter((source) => !isGallery(source)))
    .filter(({ name }) => !seen.has(name) && !(name in silent) && !name.endsWith('Context'))
    .map(({ name, path }) => `${name} (${path})`);
}

/** Looks by name: a prop that is one of a few words. The one in force without a word needs none. */
function looks({ text }: Source): { prop: string; value: string }[] {
  return [...text.matchAll(/(\w+)\??: ((?:'[\w-]+' ?\|? ?){2,})/g)].flatMap(([, prop = '', union = '']) =>
    [...union.matchAll(/'([\w-]+)'/g)]
      .map(([, value = '']) => ({ prop, value }))
      .filter(({ value }) => !new RegExp(`\\b${prop}(?:: \\w+)? = '${value}'`).test(text)),
  );
}

/** Told by a server or a browser, not chosen by whoever draws a page. */
const told: ReadonlySet<string> = new Set(['current', 'inputMode', 'autoComplete', 'theme', 'side', 'does', 'type', 'code', 'as']);

function unseenLooks(all: readonly Source[]): string[] {
  const gallery = all
    .filter(isGallery)
    .map(({ text }) => text)
    .join('\n');
  const isSeen = (prop: string, value: string) => new RegExp(`\\b${prop}(?:=|: ?)\\{?['"]${value}['"]`).test(gallery);
  const isSilent = (source: Source) => exported([source]).every(({ name }) => name in silent);
  return all
    .filter(
      (source) =>
        !isGallery(source) &&
        !isSilent(source) &&
        /\.tsx?$/.test(source.path) &&
        /^(?:actions|data|forms|frames|marks|messages|navigation|plots|saving)\//.test(source.path),
    )
    .flatMap((source) =>
      looks(source)
        .filter(({ prop, value }) => !told.has(prop) && !isSeen(prop, value))
        .map(({ prop, value }) => `${basename(source.path)}: ${prop} ${value}`),
    );
}

test('every component is on the gallery page, by itself or in another', () => {
  expect(exported(sources).length).toBeGreaterThan(60);
  expect(missing(sources)).toEqual([]);
  const names = new Set(exported(sources).map(({ name }) => name));
  expect(Object.keys(silent).filter((name) => !names.has(name))).toEqual([]);
});

test('every look a component has by name is on the gallery page', () => {
  expect(unseenLooks(sources)).toEqual([]);
});

test('a component and a look that nobody shows are found', () => {
  const planted = { path: 'data/planted.tsx', text: "export function Planted({ kind }: { kind?: 'loud' | 'soft' }) {}" };
  expect(missing([...sources, planted])).toEqual(['Planted (data/planted.tsx)']);
  expect(unseenLooks([...sources, planted])).toEqual(['planted.tsx: kind loud', 'planted.tsx: kind soft']);
});

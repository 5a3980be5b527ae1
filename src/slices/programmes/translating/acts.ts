/** The acts of the page of translations: texts of one part written in one language, and the languages an edition has. */
import { isPart, mainLanguage, type Part, parts } from '#core/editions/parts.ts';
import { textsOf, withTranslations } from '#core/editions/translating/translations.ts';
import { plainText } from '#core/languages/plain-text.ts';
import { ownWords, placeName } from '#core/languages/translations.ts';
import { problem } from '#core/problems/problem.ts';
import type { FormArgs, Post } from '#http/form.ts';
import { type Editing, lockActs, partActs } from '../editing/part-acts.ts';
import { plain, type Values } from '../editing/sent.ts';

/** What stands before the name of a place in the names of fields. */
const fieldStart = 'in.';

const page = 'translations';

/** What of the page stays when something has been saved. */
function keep({ values, url }: FormArgs): Readonly<Record<string, string>> {
  const query = Object.fromEntries(
    ['in', 'part', 'show', 'from'].flatMap((name) => {
      const value = url.searchParams.get(name);
      return value ? [[name, value]] : [];
    }),
  );
  return { ...query, ...(values.language && { in: values.language }), ...(values.part && { part: values.part }) };
}

/** Words as they came, by the names of their places. */
function wordsIn(values: Values): ReadonlyMap<string, string> {
  const own = Object.entries(values).filter(([name]) => name.startsWith(fieldStart));
  return new Map(own.map(([name, words]) => [name.slice(fieldStart.length), plainText(words)]));
}

/** At which field a refusal of the part is told: the document names a place by where it stands. */
function fieldsOf({ parts: all }: Editing<Part>, part: Part, language: string): (path: string) => string {
  const fields = new Map(textsOf(all, part).map(({ path, steps }) => [path, `${fieldStart}${placeName(steps)}`]));
  return (path) => fields.get(path) ?? fields.get(path.replace(new RegExp(`\\.${language}$`), '')) ?? path;
}

function savedNow({ parts: all }: Editing<Part>, part: Part, { values }: FormArgs): Values {
  const language = values.language ?? '';
  const saved = textsOf(all, part).map(
    ({ steps, text }) => [`${fieldStart}${placeName(steps)}`, ownWords(text, language, mainLanguage(all))] as const,
  );
  return Object.fromEntries(saved.filter(([name]) => values[name] !== undefined));
}

function actsOf(part: Part) {
  return partActs({
    part,
    page,
    change: (editing, { values }) => {
      const language = values.language ?? '';
      if (!editing.parts.texts.languages.slice(1).includes(language)) throw problem('general.not-found');
      const body = plain(withTranslations(editing.parts, part, language, wordsIn(values)));
      return { body, fieldOf: fieldsOf(editing, part, language) };
    },
    values: (editing, args) => savedNow(editing, part, args),
    keep,
  });
}

const byPart = Object.fromEntries(parts.map((part) => [part, actsOf(part)]));

/** Which part it is, the form says. */
const ofPart = (act: 'change' | 'undo'): Post => ({
  perform: (ctx, args) => {
    const { part = '' } = args.values;
    const own = isPart(part) ? byPart[part]?.[act] : undefined;
    if (!own) throw problem('general.not-found');
    return own.perform(ctx, args);
  },
});

/** A language is there with the first text it is promised in; what was said in one that is taken away stays written, and comes back with it. */
const languages = partActs({
  part: 'texts',
  page,
  change: ({ now }, { values }) => {
    const wanted = (values.language ?? '').trim();
    const rest = now.languages.filter((each) => each !== wanted);
    const without = values.do === 'away' && now.languages[0] !== wanted;
    return {
      body: plain({ ...now, languages: without ? rest : [...now.languages, ...(now.languages.includes(wanted) ? [] : [wanted])] }),
      fieldOf: (path) => (path.startsWith('languages') ? 'language' : path),
      keep: without ? { part: 'texts' } : { in: wanted, part: 'texts' },
    };
  },
  values: () => ({}),
});

export const translationActs: Readonly<Record<string, Post>> = {
  change: ofPart('change'),
  undo: ofPart('undo'),
  ...(languages.change && { languages: languages.change }),
  ...lockActs(page, keep),
};

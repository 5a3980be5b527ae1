/** What is written as text: read as YAML, saved, or shown again with everything that is wrong with it, line by line. */
import { Problem } from '#core/problems/problem.ts';
import { type FormArgs, type Post, show } from '#http/form.ts';
import { partsOf as pathParts, readYaml, type Yaml } from '#platform/formats/yaml.ts';
import { type Words, wordsFor } from '#words/index.ts';

/** One fault of a text, at its line. */
export type Fault = { readonly row: number; readonly path: string; readonly text: string };

/** A text that was not saved. `key`: what it is to be called, where it is a new thing. */
export type SentText = { readonly text: string; readonly key: string; readonly faults: readonly Fault[] };

type Read = { readonly ok: true; readonly yaml: Yaml } | { readonly ok: false; readonly faults: readonly Fault[] };

const longest = 100_000;

/** A text in its notation, or why it is no YAML. */
export function readNotation(text: string, { problems }: Words): Read {
  const yaml = readYaml(text, longest);
  if (yaml.ok) return { ok: true, yaml };
  const faults = yaml.refusals.map(
    ({ code, facts }): Fault => ({ row: Number(facts.row ?? 1), path: '', text: problems[code].detail(facts) }),
  );
  return { ok: false, faults };
}

/** Everything a refusal says of what stands at `start` of the document, at the lines of its text; undefined where it is about something else. */
export function faultsIn(error: unknown, start: string, yaml: Yaml, { problems }: Words): readonly Fault[] | undefined {
  if (!(error instanceof Problem) || error.fields.length === 0) return undefined;
  if (!error.fields.every(({ path }) => path === start || path.startsWith(`${start}.`))) return undefined;
  const found = error.fields.map(({ path, code, facts }): Fault => {
    const within = path.slice(start.length + 1);
    const at = pathParts(yaml.value, within);
    const unknown = code === 'eligibility.unknown-key' || code === 'editions.unknown-key';
    const { row } = unknown ? yaml.placeOf(at.slice(0, -1), at.at(-1)) : yaml.placeOf(at);
    return { row, path: within, text: problems[code].detail(facts) };
  });
  return found.toSorted((a, b) => a.row - b.row);
}

type Spec = {
  /** Where in the document the text belongs. */
  readonly start: (args: FormArgs) => string;
  readonly save: (value: unknown) => Post;
};

/** Saves the text of a form, all of it or nothing; what is wrong is shown as `text`. */
export function textAct({ start, save }: Spec): Post {
  return {
    perform: async (ctx, args) => {
      const { text = '', key = '' } = args.values;
      const words = wordsFor(ctx.language);
      const faulty = (faults: readonly Fault[]) =>
        show('text', (): Promise<SentText> => Promise.resolve({ text, key, faults })).perform(ctx, args);
      const read = readNotation(text, words);
      if (!read.ok) return faulty(read.faults);
      try {
        return await save(read.yaml.value).perform(ctx, args);
      } catch (error) {
        const faults = faultsIn(error, start(args), read.yaml, words);
        if (faults === undefined) throw error;
        return faulty(faults);
      }
    },
  };
}

/** A list of winners that somebody sent in by a page: what it would do, in the reader's language. */
import { problem } from '#core/problems/problem.ts';
import type { FormArgs, Values } from '#http/form.ts';
import { decode } from '#platform/formats/text.server.ts';
import type { ProgrammeId } from '#platform/ids.ts';
import { proposalFor } from '#slices/programmes/index.ts';
import { wordsFor } from '#words/index.ts';

/** As many as somebody looks through before they say yes. */
const shown = 200;
const mostCharacters = 4_000_000;

export type SentList = {
  readonly file: string;
  readonly format: 'csv' | 'json';
  readonly several: 'each' | 'joint';
  readonly separator: string;
  readonly content: string;
};

type Line = { readonly row: number; readonly text: string };
export type FoundList = {
  readonly list: SentList;
  readonly wrong: readonly Line[];
  readonly moreWrong: number;
  readonly add: number;
  readonly there: number;
  readonly adds: readonly { readonly key: string; readonly year: string; readonly category: string; readonly said: string }[];
  readonly doubts: readonly string[];
};

async function textOf(file: File): Promise<string> {
  async function* bytes() {
    yield new Uint8Array(await file.arrayBuffer());
  }
  let content = '';
  for await (const piece of decode(file.name, bytes())) content += piece;
  return content;
}

const options = ({ several = '', separator = '' }: Values) => ({
  several: several === 'joint' ? ('joint' as const) : ('each' as const),
  separator: separator.trim().slice(0, 5),
});

/** What was chosen in the form. @throws Problem `general.invalid-input` at the field where no file was */
async function sentList({ form, values }: FormArgs): Promise<SentList> {
  const file = form.get('file');
  if (file === null || typeof file === 'string' || file.size === 0)
    throw problem('general.invalid-input', { count: 1 }, [{ path: 'file', code: 'field.required', facts: {} }]);
  if (file.size > 4 * mostCharacters) throw problem('general.too-large', { limit: mostCharacters });
  const content = await textOf(file);
  if (content.length > mostCharacters) throw problem('general.too-large', { limit: mostCharacters });
  const format = file.name.toLowerCase().endsWith('.json') ? 'json' : 'csv';
  return { file: file.name.slice(-200), format, content, ...options(values) };
}

/** What was looked at, sent on by the form that brings it in. */
export function listAgain(values: Values): SentList {
  const { file = '', format, content = '' } = values;
  return { file, format: format === 'json' ? 'json' : 'csv', content, ...options(values) };
}

/** What bringing the list in would do. Nothing is written. */
export async function lookAt(args: FormArgs, programme: ProgrammeId): Promise<FoundList> {
  const list = await sentList(args);
  const { ctx } = args.visitor;
  const { add, there, faults, refusals, doubts } = await proposalFor(ctx, programme, list);
  const { problems, pastWinners } = wordsFor(ctx.language);
  const wrong = [
    ...refusals.map(({ code, facts }) => ({ row: 1, text: problems[code].detail(facts) })),
    ...faults.map(({ row, code, facts }) => ({ row, text: problems[code].detail(facts) })),
  ];
  return {
    list: { ...list, content: wrong.length > 0 ? '' : list.content },
    wrong: wrong.slice(0, shown),
    moreWrong: Math.max(0, wrong.length - shown),
    add: add.length,
    there: there.length,
    adds: add.slice(0, shown).map((winner, i) => {
      return { key: String(i), year: winner.year, category: winner.category, said: pastWinners.who(winner) };
    }),
    doubts: doubts.slice(0, shown).map(pastWinners.doubt),
  };
}

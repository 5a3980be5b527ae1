/** What a working copy would do to the entries there are, counted entry by entry, and a page of those it touches. */
import { mainLanguage, type Parts } from '#core/editions/parts.ts';
import { type Count, type Counting, countEffects, type Touch } from '#core/forms/revisions/effects.ts';
import { namesIn } from '#core/forms/revisions/names.ts';
import { inLanguage } from '#core/languages/local-text.ts';
import { problem } from '#core/problems/problem.ts';
import { zonedText } from '#core/season/wall-time.ts';
import type { Ctx } from '#platform/context.ts';
import { readCursor, writeCursor } from '#platform/database/keyset.ts';
import { partPage } from '../editing/part-page.ts';
import type { Edition } from '../edition.ts';
import { categoriesOfForm } from './by-copy.ts';
import { type AnsweringEntry, answeringStates, entriesAnswering } from './entries.ts';
import { copyRow, openCopies } from './store.ts';

const pageSize = 50;
/** An entry that many changes touch is told the first of them. */
const told = 5;

type Line = Pick<AnsweringEntry, 'id' | 'number' | 'title' | 'state' | 'category'> & {
  readonly savedAt: string;
  readonly touches: readonly Touch[];
  readonly more: number;
};

const isSubmitted = ({ state }: AnsweringEntry): boolean => state === 'submitted' || state === 'accepted';

/** Drafts belong to whoever writes them: that there is one is told, and what it is called is not. */
function lineOf({ id, number, title, state, category, savedAt }: AnsweringEntry, touches: readonly Touch[], zone: string): Line {
  return {
    id,
    number,
    title: state === 'draft' ? '' : title,
    state,
    category,
    savedAt: zonedText(savedAt.getTime(), zone),
    touches: touches.slice(0, told),
    more: Math.max(0, touches.length - told),
  };
}

/** Whether an entry stands behind the last one of the page before, in the order they come in. */
function isBeyond({ state, id }: AnsweringEntry, cursor: readonly [string, string] | undefined): boolean {
  if (cursor === undefined) return true;
  const order: readonly string[] = answeringStates;
  const [at, last] = [order.indexOf(state), order.indexOf(cursor[0])];
  return at > last || (at === last && id > cursor[1]);
}

type Looked = { readonly touched: Count; readonly lines: readonly Line[]; readonly next: string | undefined };

/** Every entry is looked at once, for the counts and for the page. */
async function lookAt(
  ctx: Ctx,
  edition: Edition,
  categories: readonly string[],
  counting: Counting,
  after: string | null,
): Promise<Looked> {
  const cursor = readCursor(after ?? undefined, 'text');
  const touched = { drafts: 0, submitted: 0 };
  const lines: Line[] = [];
  let more = false;
  for await (const some of entriesAnswering().all(ctx, { edition: edition.id, categories, forms: counting.forms })) {
    for (const entry of some) {
      const touches = counting.add({ submitted: isSubmitted(entry), answers: entry.answers });
      if (touches.length === 0) continue;
      touched[isSubmitted(entry) ? 'submitted' : 'drafts'] += 1;
      if (!isBeyond(entry, cursor)) continue;
      if (lines.length < pageSize) lines.push(lineOf(entry, touches, edition.zone));
      else more = true;
    }
  }
  const last = lines.at(-1);
  return { touched, lines, next: more && last ? writeCursor(last.state, last.id) : undefined };
}

/** The form as it is asked, and as its copy would ask it. */
async function bothForms(ctx: Ctx, edition: Edition, parts: Parts, key: string) {
  const asked = Object.hasOwn(parts.forms, key) ? parts.forms[key] : undefined;
  if (!asked) throw problem('general.not-found');
  const open = (await openCopies(ctx, edition.id)).get(key);
  const row = open && (await copyRow(ctx, { edition: edition.id, form: key }));
  return { asked, open, copy: row?.form ?? asked };
}

export async function changesPage(ctx: Ctx, programme: string, slug: string, key: string, query: URLSearchParams) {
  const { whole, parts, page } = await partPage(ctx, programme, slug, query);
  const { asked, open, copy } = await bothForms(ctx, whole, parts, key);
  const language = mainLanguage(parts);
  const counting = countEffects(asked, copy);
  const looked = await lookAt(ctx, whole, categoriesOfForm(parts, key), counting, query.get('after'));
  return {
    ...page,
    key,
    title: inLanguage(copy.title, language, language),
    copy: open && { version: open.version, by: open.begunBy, since: zonedText(open.begunAt.getTime(), whole.zone) },
    names: namesIn([asked, copy], language),
    of: counting.of(),
    effects: counting.effects(),
    ...looked,
    paged: query.get('after') !== null,
  };
}

export type ChangesPage = Awaited<ReturnType<typeof changesPage>>;

/** The acts of a page on which one part of an edition is edited: each makes the part anew from the version its form saw. */
import type { Part, Parts } from '#core/editions/parts.ts';
import { type FieldProblem, Problem } from '#core/problems/problem.ts';
import type { PageArgs } from '#http/context.ts';
import { type FormArgs, type Post, post } from '#http/form.ts';
import { changePart, lockConfiguration, unlockConfiguration } from '../configuration/change.ts';
import { partsOf } from '../configuration/read.ts';
import type { Edition } from '../edition.ts';
import { editionForManager } from '../views.ts';
import { textAct } from './notation.ts';
import type { Edited, Sent, Values } from './sent.ts';

export type Editing<P extends Part> = { readonly edition: Edition; readonly parts: Parts; readonly now: Parts[P] };

type Spec<P extends Part> = {
  readonly part: P;
  /** What of the page's address stands behind the edition's. */
  readonly page: Page;
  readonly change: (editing: Editing<P>, args: FormArgs) => Edited;
  /** The fields of the form as the part has them, for who is told that somebody else saved meanwhile. */
  readonly values: (editing: Editing<P>, args: FormArgs) => Values;
  /** What of the query stays: which thing is looked at. */
  readonly keep?: Keep;
  /** The whole part may be written as text, too. */
  readonly text?: true;
};

export const editionIn = async ({ visitor, params }: Pick<PageArgs, 'visitor' | 'params'>): Promise<Edition> =>
  (await editionForManager(visitor.ctx, params.programme ?? '', params.edition ?? '')).edition;

/** The part at the version the form saw, never at one that is still to come. */
export async function editingOf<P extends Part>(part: P, args: FormArgs): Promise<Editing<P>> {
  const edition = await editionIn(args);
  const seen = Math.floor(Number(args.values.version));
  const parts = await partsOf(args.visitor.ctx, edition, seen > 0 && seen < edition.version ? seen : edition.version);
  return { edition, parts, now: parts[part] };
}

/** Refusals of a part told at the fields of the form that sent it. */
export function atFields(error: unknown, part: Part, fieldOf: Edited['fieldOf']): unknown {
  if (!(error instanceof Problem)) return error;
  const start = `${part}.`;
  const fields = error.fields.map((each): FieldProblem => {
    return each.path.startsWith(start) ? { ...each, path: fieldOf(each.path.slice(start.length)) } : each;
  });
  return new Problem(error.code, error.facts, fields);
}

/** Where somebody else saved meanwhile: what is saved now stands beside what was sent, field by field. */
export function bothTexts(error: unknown, saved: Values, sent: Values): unknown {
  if (!(error instanceof Problem) || error.code !== 'general.stale-version') return error;
  const fields = Object.entries(saved)
    .filter(([path, text]) => text !== (sent[path] ?? ''))
    .map(([path, text]): FieldProblem => {
      return { path, code: 'field.changed-meanwhile', facts: { saved: text.replaceAll('\n', ', '), sent: sent[path] ?? '' } };
    });
  return new Problem(error.code, error.facts, fields);
}

type Page = string | ((args: FormArgs) => string);
type Keep = (args: FormArgs) => Readonly<Record<string, string>>;

/** Where to, with what has been done. */
const doneAt =
  (page: Page, saved: string, keep: Keep | undefined) =>
  (result: object, args: FormArgs): string => {
    const version = 'version' in result ? { at: String(result.version) } : {};
    const query = new URLSearchParams({ ...keep?.(args), saved, ...version });
    const at = typeof page === 'string' ? page : page(args);
    return `/manage/${args.params.programme}/${args.params.edition}/${at}?${query}`;
  };

/** `unlock` and `lock`, for a page on which something of a published edition is changed. */
export function lockActs(page: Page, keep?: Keep): Readonly<Record<'unlock' | 'lock', Post>> {
  return {
    unlock: post(unlockConfiguration, {
      input: async (args) => {
        const { version = '', because = '' } = args.values;
        return { edition: (await editionIn(args)).id, version, because };
      },
      done: doneAt(page, 'unlocked', keep),
    }),
    lock: post(lockConfiguration, {
      input: async (args) => ({ edition: (await editionIn(args)).id, version: args.values.version ?? '' }),
      done: doneAt(page, 'locked', keep),
    }),
  };
}

/** `change`, `undo`, and the lock. */
export function partActs<P extends Part>({ part, page, change, values, keep, text }: Spec<P>): Readonly<Record<string, Post>> {
  const done = (saved: string, kept?: Edited['keep']) => doneAt(page, saved, kept ? () => kept : keep);
  const save = (saved: string, made: (editing: Editing<P>, args: FormArgs) => Edited | Promise<Edited>): Post => ({
    perform: async (ctx, args) => {
      const editing = await editingOf(part, args);
      const { body, fieldOf, keep: kept } = await made(editing, args);
      const input = { edition: editing.edition.id, version: args.values.version ?? '', part, body: JSON.parse(JSON.stringify(body)) };
      try {
        return await post(changePart, { input: () => input, done: done(saved, kept) }).perform(ctx, args);
      } catch (error) {
        const parts = await partsOf(args.visitor.ctx, editing.edition);
        throw bothTexts(atFields(error, part, fieldOf), values({ ...editing, parts, now: parts[part] }, args), args.values);
      }
    },
  });
  return {
    change: save('changed', change),
    ...(text && {
      text: textAct({
        start: () => part,
        save: (value) => save('changed', () => ({ body: value as Sent, fieldOf: (path) => `${part}.${path}` })),
      }),
    }),
    undo: save('undone', async ({ edition }, args) => {
      const before = await partsOf(args.visitor.ctx, edition, Math.max(1, Math.floor(Number(args.values.back)) || 1));
      return { body: JSON.parse(JSON.stringify(before[part])) as Sent, fieldOf: (path) => path };
    }),
    ...lockActs(page, keep),
  };
}

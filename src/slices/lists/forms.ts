/** What the forms of a list's page call; spread into the page's action. */
import { addressOf, viewQuery } from '#core/lists/list-query.ts';
import type { FormArgs, Post } from '#http/form.ts';
import { post, textOf } from '#http/form.ts';
import type { Ctx } from '#platform/context.ts';
import { chooseColumns, chooseRows } from './columns.ts';
import type { DeclaredList } from './lists.ts';
import { changeView, removeView, restoreView, saveView } from './saved-views.ts';

type Located = { readonly subject: string; readonly path: string };

type Places = {
  readonly list: DeclaredList;
  /** Which list of its kind the page is about. */
  readonly locate: (ctx: Ctx, args: FormArgs) => Promise<Located> | Located;
  /** Every row the list has under this address, as far as the most that may be held; absent where rows are not held. */
  readonly all?: (ctx: Ctx, args: FormArgs) => Promise<readonly string[]>;
  /** Where acts on the rows held are shown before they are done, by the name of their button. */
  readonly acts?: Readonly<Record<string, string>>;
};

const linesOf = (text: string | undefined) => (text ?? '').split(/[\s,]+/).filter(Boolean);

/** The list as it was when the form was sent, with what has just happened added. */
function back(list: DeclaredList, { url, base }: FormArgs, said: Readonly<Record<string, string>> = {}): string {
  const path = url.pathname.slice(base.length).replace(/\.data$/, '');
  return addressOf(path, { ...Object.fromEntries(new URLSearchParams(viewQuery(list, url.searchParams))), ...said });
}

function viewPosts({ list, locate }: Places): Record<string, Post> {
  const view = ({ values }: FormArgs) => ({ view: values.view ?? '' });
  const shared = ({ values }: FormArgs) => (values.shared === 'on' ? ('on' as const) : ('' as const));
  return {
    columns: post(chooseColumns, {
      input: async (args) => {
        const { subject } = await locate(args.visitor.ctx, args);
        return { list: list.name, subject, columns: textOf(args.form, 'own') === '' ? linesOf(args.values.columns) : [] };
      },
      // What was asked for in the address is what was chosen now.
      done: (_result, args) =>
        back(list, args)
          .replace(/([?&])columns=[^&]*&?/, '$1')
          .replace(/[?&]$/, ''),
    }),
    'save-view': post(saveView, {
      input: async (args) => {
        const { subject } = await locate(args.visitor.ctx, args);
        const query = viewQuery(list, args.url.searchParams);
        return { list: list.name, subject, name: args.values.name ?? '', query: args.values.query || query, shared: shared(args) };
      },
      done: (_result, args) => back(list, args),
    }),
    'change-view': post(changeView, {
      input: (args) => ({ ...view(args), name: args.values.name ?? '', shared: shared(args) }),
      done: (_result, args) => back(list, args),
    }),
    'remove-view': post(removeView, { input: view, done: ({ view: removed }, args) => back(list, args, { removed }) }),
    'restore-view': post(restoreView, { input: view, done: (_result, args) => back(list, args) }),
  };
}

/** Ticks are kept by every button of the form, and each button says where to go with them. */
function rowPosts({ list, locate, all, acts = {} }: Places): Record<string, Post> {
  if (all === undefined) return {};
  return {
    choose: post(chooseRows, {
      input: async (args) => {
        const { subject } = await locate(args.visitor.ctx, args);
        const of = { list: list.name, subject };
        const go = textOf(args.form, 'go');
        if (go === 'none') return { ...of, add: [], clear: true };
        if (go === 'all') return { ...of, add: [...(await all(args.visitor.ctx, args))] };
        const ticks = linesOf(args.values.row);
        return { ...of, add: ticks, remove: linesOf(args.values.shown).filter((row) => !ticks.includes(row)) };
      },
      done: (_result, args) => {
        const go = textOf(args.form, 'go');
        const act = acts[go];
        const path = args.url.pathname.slice(args.base.length).replace(/\.data$/, '');
        if (act) return `${path}/${act}`;
        const page = textOf(args.form, 'page') || (args.url.searchParams.get('after') ?? '');
        return back(list, args, { after: page === 'first' ? '' : page });
      },
    }),
  };
}

export function listPosts(places: Places): Record<string, Post> {
  return { ...viewPosts(places), ...rowPosts(places) };
}

/**
 * Form → operation → page, the same with and without JavaScript. A page may hold several forms; each names its act:
 *
 *   export const action = act({
 *     submit: post(submitEntry, { input: ({ params }) => ({ entry: params.entry ?? '' }), done: (r) => `/entries/${r.entry}` }),
 *   });
 *
 * Success redirects (303), so that reloading sends nothing twice. A refusal answers with its status, the field errors and
 * all that was written; the page shows them through `refusalOf(actionData, 'submit')`.
 */
import { randomUUID } from 'node:crypto';
import { type ActionFunctionArgs, data, redirect } from 'react-router';
import { ledOn } from '#core/languages/carried.ts';
import { type Problem, problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import { outcomeUnknown, type PageArgs, pageArgs, signIn } from './context.ts';
import { datesIn } from './dates/written.ts';
import { type ProblemView, problemDocument, problemView, refusalIn, waitHeaders } from './problem.ts';
import { visitContext } from './visit.ts';
import { askForProof, type ProofAsk, provenBy } from './visitor/proof.ts';

/** Names of the two fields every form of ours carries. */
const keyField = '_key';
const actField = '_act';

/** A new idempotency key for a form about to be rendered. */
function newKey(): string {
  return randomUUID();
}

export type Values = Readonly<Record<string, string>>;
export type FormArgs = PageArgs & {
  readonly form: Fields;
  readonly values: Values;
  readonly key: string;
  /** What an act that is refused halfway has done by then: these values come back with the form in place of those that were sent. */
  readonly moved: Map<string, string>;
  /** Whether a page is drawn around the answer. */
  readonly screen: boolean;
};

export type Post = { readonly perform: (ctx: Ctx, args: FormArgs) => Promise<Response | ReturnType<typeof data<Shown<unknown>>>> };

type PostOptions<I, R> = {
  readonly input: (args: FormArgs) => I | Promise<I>;
  /** Where to go; a path of this site without the base. */
  readonly done: (result: R, args: FormArgs) => string;
  /** Headers for the answer, for instance a session's cookie. */
  readonly headers?: (result: R, args: FormArgs) => HeadersInit;
};

/** One act of a page: how the form becomes the operation's input, and where to go when it is done. */
export function post<I, R>(operation: (ctx: Ctx, input: I) => Promise<R>, options: PostOptions<I, R>): Post {
  return {
    perform: async (ctx, args) => {
      const result = await operation(ctx, await options.input(args));
      // Asked first, also by those it sends nowhere: some refuse what came of it only now.
      const next = afterwards(() => ledOn(options.done(result, args), args.url.search));
      const headers = options.headers?.(result, args);
      if (wantsDocument(args)) return Response.json(result, headers && { headers });
      return redirect(next, { status: 303, ...(headers && { headers }) });
    },
  };
}

/** Refusals of what was committed all the same: a wrong password is counted. Their key is used up. */
const usedUp = new WeakSet<Problem>();

function afterwards<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const refusal = refusalIn(error);
    if (refusal) usedUp.add(refusal);
    throw error;
  }
}

/** What an act that changes nothing found: its page shows it. */
export type Shown<T> = { readonly shown: { readonly act: string; readonly found: T } };

/** An act that only looks: nothing is written, its key is not used up, and what it finds is shown on the page that asked. */
export function show<T>(act: string, look: (args: FormArgs) => Promise<T>): Post {
  return { perform: async (_ctx, args) => data({ shown: { act, found: await look(args) } }) };
}

/** What one act of a page found; undefined for another act, and for a refusal. */
export function shownBy<T>(actionData: Refused | Shown<T> | undefined, name: string): T | undefined {
  return actionData && 'shown' in actionData && actionData.shown.act === name ? actionData.shown.found : undefined;
}

/** The text of a file that was sent in, or of the field of that name where none was. */
export async function fileText(form: Fields, name: string): Promise<string> {
  const value = form.get(name);
  return typeof value === 'string' ? value : ((await value?.text()) ?? '');
}

export type Refused = {
  readonly refused: {
    readonly act: string;
    readonly problem: ProblemView;
    readonly values: Values;
    /** For the next try: the same key while nobody knows the outcome, a new one when the old was used up by other words. */
    readonly key: string;
    /** What would prove who sits there, where that was what was missing. */
    readonly proof?: ProofAsk;
  };
};

/** The refusal of one act, for the form that sent it. */
export function refusalOf(actionData: Refused | Shown<unknown> | undefined, name: string): Refused['refused'] | undefined {
  return actionData && 'refused' in actionData && actionData.refused.act === name ? actionData.refused : undefined;
}

/** What was written in a form; only one sent in parts brings files. */
export type Fields = Pick<FormData, 'get' | 'getAll' | 'keys'>;

/** Undefined for a body that is no form. Words alone are read as one text, which spares the machinery of parts. */
async function readForm(request: Request): Promise<Fields | undefined> {
  if (!request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded'))
    return request.formData().catch(() => undefined);
  const sent = await request.text().catch(() => undefined);
  return sent === undefined ? undefined : new URLSearchParams(sent);
}

/** A field's text; what is absent or a file is empty. Passwords are read by this and never stand among the values. */
export function textOf(form: Fields, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/** A name sent several times (ticked boxes) is one value of several lines. */
function valuesOf(form: Fields, language: string): Values {
  const read = datesIn(form, language);
  const names = [...new Set(form.keys())].filter((name) => name !== 'password' && !name.startsWith('_'));
  const texts = names.map(
    (name) => [name, form.getAll(name).flatMap((value) => (typeof value === 'string' ? read(name, value) : []))] as const,
  );
  return Object.fromEntries(texts.filter(([, lines]) => lines.length > 0).map(([name, lines]) => [name, lines.join('\n')]));
}

/** Scripts that save while somebody writes ask an end point without a screen, and want the result or the refusal itself. */
function wantsDocument({ screen, request }: FormArgs): boolean {
  return !screen && (request.headers.get('accept')?.includes('application/problem+json') ?? false);
}

/** Refusals whose form asks for a proof. */
const asksForProof: ReadonlySet<string> = new Set(['general.proof-needed', 'people.proof-wrong', 'people.proof-link-sent']);

async function refuse(error: Problem, name: string, key: string, args: FormArgs, reference: string): Promise<Answer> {
  if (error.code === 'general.sign-in-needed') return signIn(args);
  const view = problemView(error, args.visitor.ctx.language);
  if (wantsDocument(args)) return problemDocument(view, args.base, reference);
  const next = error.code === 'general.key-reused' || key === '' || usedUp.has(error) ? newKey() : key;
  const proof = asksForProof.has(error.code) ? await askForProof(args.visitor.ctx) : undefined;
  const values = { ...args.values, ...Object.fromEntries(args.moved) };
  const refused = { act: name, problem: view, values, key: next, ...(proof && { proof }) };
  return data({ refused }, { status: view.status, headers: waitHeaders(view) });
}

/** Tells the browser which keys are used up, so that it stops keeping them; the newest few are enough. */
function acknowledge(request: Request, key: string): string {
  const before = /(?:^|;\s*)plaudit_done=([^;]*)/.exec(request.headers.get('cookie') ?? '')?.[1] ?? '';
  const keys = [...before.split('~').filter(Boolean), key].slice(-8);
  return `plaudit_done=${keys.join('~')}; Path=/; Max-Age=86400; SameSite=Lax`;
}

function proofIn({ form, key, url, base }: FormArgs) {
  const page = url.pathname.slice(base.length).replace(/\.data$/, '');
  return { secret: textOf(form, '_proof'), passkey: textOf(form, '_passkey'), link: textOf(form, '_link') !== '', key, page };
}

type Answer = Response | ReturnType<typeof data<Refused>> | ReturnType<typeof data<Shown<unknown>>>;

function answerTo(posts: Readonly<Record<string, Post>>, screen: boolean) {
  return async (args: ActionFunctionArgs): Promise<Answer> => {
    const page = pageArgs(args);
    const sent = await readForm(args.request);
    const form = sent ?? new FormData();
    const name = textOf(form, actField);
    const key = textOf(form, keyField);
    const formArgs: FormArgs = { ...page, form, values: valuesOf(form, page.visitor.ctx.language), key, screen, moved: new Map() };
    try {
      if (sent === undefined) throw problem('general.invalid-input', { count: 1 });
      const chosen = posts[name];
      if (chosen === undefined) throw problem('general.not-found');
      if (!/^[\w.:-]{8,128}$/.test(key)) throw problem('general.key-missing');
      const ctx = await provenBy({ ...page.visitor.ctx, key }, proofIn(formArgs));
      const answer = await chosen.perform(ctx, formArgs);
      if (!(answer instanceof Response)) return answer;
      answer.headers.append('set-cookie', acknowledge(args.request, key));
      return answer;
    } catch (error) {
      const refusal = refusalIn(error);
      if (refusal === undefined) throw error;
      args.context.set(outcomeUnknown, refusal.code === 'general.unknown-outcome');
      return await refuse(refusal, name, key, formArgs, args.context.get(visitContext).reference);
    }
  };
}

/** The action of a page: what is refused is shown on it. */
export function act(posts: Readonly<Record<string, Post>>) {
  return answerTo(posts, true);
}

/** The action of an end point without a screen: scripts get documents, a form without scripts is led on as by a page. */
export function endPoint(posts: Readonly<Record<string, Post>>) {
  return answerTo(posts, false);
}

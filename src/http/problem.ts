/** Refusal → what a door shows: a problem document (RFC 9457) for programs, the same sentences for pages. */
import { statusOf } from '#core/problems/catalogue.ts';
import { type Facts, Problem, problem } from '#core/problems/problem.ts';
import { lostConnection } from '#platform/database/lost-connection.ts';
import { wordsFor } from '#words/index.ts';

export type FieldView = { readonly path: string; readonly code: string; readonly message: string };

/** A refusal in the reader's language. */
export type ProblemView = {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly facts: Facts;
  readonly fields: readonly FieldView[];
};

export function problemView({ code, facts, fields }: Problem, language: string): ProblemView {
  const { problems } = wordsFor(language);
  const words = problems[code];
  return {
    code,
    status: statusOf(code),
    title: words.title,
    detail: words.detail(facts),
    facts,
    fields: fields.map((field) => ({ path: field.path, code: field.code, message: problems[field.code].detail(field.facts) })),
  };
}

/** Whoever has to wait is told how long, in the header programs look for it in. */
export function waitHeaders({ status, facts }: ProblemView): Record<string, string> {
  const { minutes } = facts;
  return status === 429 && typeof minutes === 'number' ? { 'retry-after': String(minutes * 60) } : {};
}

/** The document of RFC 9457; `instance` names this occurrence for the log. */
export function problemDocument(view: ProblemView, base: string, instance: string): Response {
  const body = {
    type: `${base}/problems/${view.code}`,
    title: view.title,
    status: view.status,
    detail: view.detail,
    instance,
    code: view.code,
    facts: view.facts,
    errors: view.fields.map(({ path, code, message }) => ({ pointer: `#/${path.replaceAll('.', '/')}`, code, detail: message })),
  };
  return Response.json(body, {
    status: view.status,
    headers: { ...waitHeaders(view), 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  });
}

/** What a thrown error says to whoever asked: a refusal of ours, or that the database is away. Undefined for a bug. */
export function refusalIn(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error;
  return lostConnection(error) ? problem('general.busy') : undefined;
}

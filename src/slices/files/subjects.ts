/** What uploads may be sent to. A later slice says whose its things are and whether they take another file now. */
import type { Ctx } from '#platform/context.ts';
import type { PersonId } from '#platform/ids.ts';

export type UploadSubject = {
  /** Locked for the transaction; undefined where there is none. */
  readonly find: (ctx: Ctx, id: string) => Promise<{ readonly owner: PersonId } | undefined>;
  /** Throws a problem where it takes no file of so many bytes. */
  readonly check: (ctx: Ctx, id: string, bytes: number) => Promise<void>;
};

const subjects = new Map<string, UploadSubject>();

/** Called once a process by each slice whose things have files beside them. */
export function takeUploadsFor(kind: string, subject: UploadSubject): void {
  subjects.set(kind, subject);
}

export function subjectOf(kind: string): UploadSubject | undefined {
  return subjects.get(kind);
}

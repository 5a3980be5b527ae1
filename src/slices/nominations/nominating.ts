/** Nominating without an account: what is sent in counts for nothing until the code that was mailed to the nominator comes back. */
import { randomInt } from 'node:crypto';
import { z } from 'zod';
import { nominatorKind, nomineeKind } from '#core/categories/shape.ts';
import { normalName } from '#core/names/normal.ts';
import { mailboxOf } from '#core/nominations/mailbox.ts';
import { type FieldProblem, problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import { operation } from '#platform/operation.server.ts';
import { mail } from '#platform/outbox.server.ts';
import { tell } from '#platform/tell.server.ts';
import { categoryInEdition } from '#slices/entries/index.ts';
import { countTry } from '#slices/people/index.ts';
import { editionById, inheritedIn } from '#slices/programmes/index.ts';
import { requireNominating } from './clock.ts';
import { categoryId, code, nominationId, nominationText } from './schemas.ts';
import * as store from './store.ts';

/** Of one mailbox in one edition: nobody knows more colleagues and firms so well. */
const most = 30;
/** Wrong codes, after which the nomination has to be sent once more. */
const mostTries = 5;
const day = 86_400_000;
const digits = 8;

/** What a category takes; whatever the document leaves out is open. */
export async function takenBy(ctx: Ctx, { edition, code: of }: { edition: { id: Parameters<typeof inheritedIn>[1] }; code: string }) {
  const { nominees = nomineeKind.options, nominators = nominatorKind.options } = (await inheritedIn(ctx, edition.id))(of);
  return { nominees, nominators };
}

type Sent = z.output<z.ZodObject<typeof nominationText>>;

/** Who proposes themselves is the nominee: one mailbox, and nothing to hide. */
function problemsOf({ kind, relation, email, nominatorEmail }: Sent, takes: Awaited<ReturnType<typeof takenBy>>): FieldProblem[] {
  const wrong = (path: string, options: readonly string[]): FieldProblem => ({
    path,
    code: 'field.not-one-of',
    facts: { options: options.join(', ') },
  });
  const other = email !== '' && mailboxOf(email) === mailboxOf(nominatorEmail);
  return [
    ...(takes.nominees.includes(kind) ? [] : [wrong('kind', takes.nominees)]),
    ...(takes.nominators.includes(relation) ? [] : [wrong('relation', takes.nominators)]),
    ...(kind === 'person' && relation === 'self' && email !== '' && !other
      ? [{ path: 'email', code: 'nominations.others-address', facts: {} } as const]
      : []),
    ...(kind === 'person' && relation !== 'self' && other
      ? [{ path: 'relation', code: 'nominations.own-address', facts: {} } as const]
      : []),
  ];
}

/** Mails to one mailbox, however its address is written: it can be flooded with codes it never asked for. */
async function countSent(ctx: Ctx, email: string): Promise<void> {
  const minutes = await countTry(ctx, { what: 'nomination', account: mailboxOf(email) });
  if (minutes > 0) throw problem('nominations.too-fast', { minutes });
}

async function requireFewer(ctx: Ctx, edition: store.Waiting['edition'], box: string): Promise<void> {
  if ((await store.countOf(ctx, edition, box)) >= most) throw problem('nominations.too-many', { most });
}

/** The answer is the same for everybody, whoever was nominated before by whomever. */
export const nominate = operation('nominations.nominate', {
  input: z.object({ category: categoryId, ...nominationText }),
  who: ['visitor'],
  scopes: ['nominations'],
  secret: true,
  find: (ctx, input) => categoryInEdition(ctx, input.category),
  run: async (ctx, { category: _id, ...input }, { id: category, code: of, name, retired, edition }) => {
    await requireNominating(ctx, edition);
    if (retired) throw problem('entries.category-retired', { category: name });
    const sent = input.relation === 'self' && input.email === '' ? { ...input, email: input.nominatorEmail } : input;
    const fields = problemsOf(sent, await takenBy(ctx, { edition, code: of }));
    if (fields.length > 0) throw problem('general.invalid-input', { count: fields.length }, fields);
    await countSent(ctx, sent.nominatorEmail);
    await requireFewer(ctx, edition.id, mailboxOf(sent.nominatorEmail));
    const secret = String(randomInt(10 ** digits)).padStart(digits, '0');
    const own = sent.relation === 'self';
    const nomination = await store.insertNomination(ctx, { ...sent, hidden: sent.hidden && !own, edition: edition.id, category }, secret);
    const data = { code: secret, nomination, programme: edition.programmeName, edition: edition.name };
    await mail(ctx, { mail: 'nominations.code', to: sent.nominatorEmail, programme: edition.programme, data });
    const body = { category: of, relation: sent.relation };
    await tell(ctx, {
      kind: 'nominations.nomination-made',
      programme: edition.programme,
      subject: { kind: 'nomination', id: nomination },
      body,
    });
    return { nomination };
  },
});

/** In whatever order. */
const wordsOf = (name: string): string =>
  normalName(name)
    .words.map(({ text }) => text)
    .sort()
    .join(' ');

const sameWords = (a: store.Nominated, b: store.Nominated): boolean =>
  a.kind === b.kind && wordsOf(a.name) === wordsOf(b.name) && wordsOf(a.worksFor) === wordsOf(b.worksFor);

/** By their addresses where both are known; two may be called alike. Otherwise by kind, name and company. */
const calledAlike = (a: store.Nominated, b: store.Nominated): boolean =>
  a.email !== '' && b.email !== '' ? mailboxOf(a.email) === mailboxOf(b.email) : sameWords(a, b);

export type Confirmed = { readonly confirmed: boolean; readonly left: number };

/**
 * A wrong code is counted, so it must be committed and cannot be thrown: whoever asked refuses it. What is confirmed already
 * takes no more codes, and nothing of them is told.
 */
export const confirmNomination = operation('nominations.confirm-nomination', {
  input: z.object({ nomination: nominationId, code }),
  who: ['visitor'],
  scopes: ['nominations'],
  secret: true,
  find: (ctx, input) => store.lockNomination(ctx, input.nomination),
  run: async (ctx, input, waiting): Promise<Confirmed> => {
    const edition = await editionById(ctx, waiting.edition);
    if (!edition) throw problem('general.not-found');
    const told = (kind: string, body: Readonly<Record<string, string>> = {}) =>
      tell(ctx, { kind, programme: edition.programme, subject: { kind: 'nomination', id: waiting.id }, body });
    if (waiting.nominee !== null) throw problem('nominations.confirmed-already');
    const over = waiting.tries >= mostTries || ctx.now.getTime() >= waiting.madeAt.getTime() + day;
    if (over) throw problem('nominations.code-used-up');
    if (!store.isCode(waiting, input.code)) {
      await store.markTried(ctx, waiting.id);
      await told('nominations.code-refused');
      return { confirmed: false, left: Math.max(0, mostTries - waiting.tries - 1) };
    }
    await requireFewer(ctx, waiting.edition, waiting.nominatorBox);
    if ((await store.confirmedBy(ctx, waiting)).some((before) => calledAlike(before, waiting)))
      throw problem('nominations.nominated-already');
    const nominee = await store.insertNominee(ctx, waiting);
    await store.recount(ctx, [nominee]);
    await told('nominations.nomination-confirmed', { relation: waiting.relation, nominee });
    return { confirmed: true, left: 0 };
  },
});

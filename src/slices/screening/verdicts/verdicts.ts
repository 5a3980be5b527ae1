/** That an entry may not compete: held until it is sent, looked at by a second screener where the edition asks for that, and taken back. */
import { z } from 'zod';
import { decide } from '#core/access/relations.ts';
import { problem } from '#core/problems/problem.ts';
import { noLook } from '#core/screening/verdicts.ts';
import { phaseAt } from '#core/season/phases.ts';
import type { Ctx } from '#platform/context.ts';
import type { EntryId } from '#platform/ids.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { type Entry, entryId, entryNumbered, markScreened } from '#slices/entries/index.ts';
import { entryRelations, timesOf } from '#slices/programmes/index.ts';
import { findEntry, relations, requireRead, requireWaiting, type Screened, screener, screeners, sendersOfVerdicts } from '../found.ts';
import { told, version, why } from '../schemas.ts';
import { mailAgain } from './mails.ts';
import { settingsOf } from './settings.ts';
import { type Held, insertVerdict, markLookedAt, markUndone, standingOn } from './store.ts';

const scopes = ['decisions'];
const subjectOf = (entry: Pick<Entry, 'id'>) => ({ kind: 'entry', id: entry.id });

const invalid = (path: string, code: 'field.invalid' | 'field.required') =>
  problem('general.invalid-input', { count: 1 }, [{ path, code, facts: {} }]);

/** @throws Problem where it is decided already that the entry may not compete */
export async function requireNoVerdict(ctx: Ctx, entry: EntryId): Promise<void> {
  if ((await standingOn(ctx, [entry])).has(entry)) throw problem('screening.verdict-stands');
}

async function duplicateNamed(ctx: Ctx, { entry, edition }: Screened, number: string): Promise<EntryId | null> {
  if (number === '') return null;
  const other = await entryNumbered(ctx, edition.id, number);
  if (other === undefined || other === entry.id) throw invalid('duplicateOf', 'field.invalid');
  return other;
}

/** Nobody but screeners learns of it, and the entry stays as it is, until it is sent. */
export const ruleOut = operation('screening.rule-out', {
  /** `duplicateOf`: the number of the entry that competes in its place. */
  input: z.object({ entry: entryId, version, why, words: told, duplicateOf: z.string().trim().max(40).default('') }),
  who: screeners,
  scopes,
  find: findEntry,
  relations,
  run: async (ctx, input, found) => {
    requireWaiting(found);
    await requireRead(ctx, found, input.version);
    const { entry, edition } = found;
    await requireNoVerdict(ctx, entry.id);
    if (!(await settingsOf(ctx, edition.id)).reasons.includes(input.why)) throw invalid('why', 'field.invalid');
    const duplicateOf = await duplicateNamed(ctx, found, input.duplicateOf);
    await insertVerdict(ctx, { entry: entry.id, why: input.why, words: input.words, duplicateOf }, screener(ctx));
    // What it says stays out of the record until it is sent: a body about the writer is in the copy they may ask for.
    const body = { number: entry.number, ...(duplicateOf && { duplicateOf }) };
    await tell(ctx, { kind: 'screening.entry-ruled-out', programme: edition.programme, subject: subjectOf(entry), body });
    return { entry: entry.id };
  },
});

type Judged = Screened & { readonly verdict: Held };

async function findJudged(
  ctx: Ctx,
  input: { readonly entry: EntryId },
): Promise<(Screened & { readonly verdict: Held | undefined }) | undefined> {
  const found = await findEntry(ctx, input);
  return found && { ...found, verdict: (await standingOn(ctx, [found.entry.id])).get(found.entry.id) };
}

function requireJudged({ entry, edition, verdict }: Screened & { readonly verdict: Held | undefined }): Judged {
  if (verdict === undefined) throw problem('screening.no-verdict');
  return { entry, edition, verdict };
}

/** Another screener says whether they see it so too. One who does not says why, and it is not sent before it was taken back. */
export const lookAgain = operation('screening.look-again', {
  input: z.object({ entry: entryId, agrees: z.enum(['yes', 'no']), remark: z.string().trim().max(1500).default('') }),
  who: screeners,
  scopes,
  find: findJudged,
  relations,
  run: async (ctx, { agrees: said, remark }, found) => {
    const { entry, edition, verdict } = requireJudged(found);
    const agrees = said === 'yes';
    const refusal = noLook(verdict, screener(ctx));
    if (refusal) throw problem(refusal);
    if (!agrees && remark === '') throw invalid('remark', 'field.required');
    await markLookedAt(ctx, verdict.id, screener(ctx), { agrees, remark });
    const kind = agrees ? 'screening.verdict-confirmed' : 'screening.verdict-disputed';
    const body = { number: entry.number };
    await tell(ctx, { kind, programme: edition.programme, subject: subjectOf(entry), body });
    return { entry: entry.id };
  },
});

/** What its writer was told is taken back by those who tell them. @throws Problem for whoever only screens */
async function requireSender(ctx: Ctx, { entry, edition }: Screened): Promise<void> {
  const may = decide(sendersOfVerdicts, await entryRelations(ctx, edition, [entry]));
  if (!may.allowed) throw problem('screening.sent-by-managers');
}

/** The entry waits again. Its writer hears of it where they heard of the verdict. Once judging is over, it stays. */
export const takeVerdictBack = operation('screening.take-verdict-back', {
  input: z.object({ entry: entryId }),
  who: screeners,
  scopes,
  find: findJudged,
  relations,
  run: async (ctx, _input, found) => {
    const { entry, edition, verdict } = requireJudged(found);
    if (verdict.sent) await requireSender(ctx, found);
    const phase = phaseAt(timesOf(edition), ctx.now.getTime());
    if (verdict.sent && (phase === 'deciding' || phase === 'announced')) throw problem('screening.judging-over');
    await markUndone(ctx, verdict.id, screener(ctx));
    if (verdict.sent) {
      await markScreened(ctx, entry.id, 'submitted', '');
      await mailAgain(ctx, found);
    }
    const body = { number: entry.number, sent: verdict.sent };
    const about = verdict.sent ? { about: entry.owner } : {};
    await tell(ctx, { kind: 'screening.verdict-taken-back', programme: edition.programme, subject: subjectOf(entry), ...about, body });
    return { entry: entry.id };
  },
});

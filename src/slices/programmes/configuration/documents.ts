/** Editions as whole documents: written out, made from one, set to one, and compared. */
import { z } from 'zod';
import type { Relation } from '#core/access/relations.ts';
import { type Difference, differences } from '#core/editions/differences.ts';
import { documentOf, type EditionDocument, laterBy, partsOfDocument } from '#core/editions/document.ts';
import type { Parts } from '#core/editions/parts.ts';
import { problem } from '#core/problems/problem.ts';
import { plainJson } from '#core/record/canonical.ts';
import type { Ctx } from '#platform/context.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { programmeRelations, requireRelation } from '../access.ts';
import { copyChapterRoles } from '../chapters/chapter-store.ts';
import { requireFresh } from '../contents/fresh.ts';
import { type Edition, editionById } from '../edition.ts';
import { editionId, name, programmeId, version } from '../schemas.ts';
import { firstFreeSlug } from '../slug.ts';
import * as store from '../store.ts';
import { requireUnlocked } from './change.ts';
import { partsOf } from './read.ts';
import { documentFrom } from './read-document.ts';
import { instantsOf, requirePossible, saveParts } from './save.ts';

/** Whoever runs the installation reads all of it. */
async function requireRead(ctx: Ctx, edition: Edition, who: readonly Relation[]): Promise<void> {
  if (ctx.actor.kind !== 'system') await requireRelation(ctx, edition.programme, who);
}

/** The edition as one document, at its present version or at an earlier one. For whoever manages or audits the programme. */
export async function editionDocumentOf(ctx: Ctx, edition: Edition, at = edition.version): Promise<EditionDocument> {
  await requireRead(ctx, edition, ['manager', 'auditor']);
  return documentOf(edition.name, await partsOf(ctx, edition, at));
}

/** How one edition differs from another; their names aside. */
export function editionsCompared(from: EditionDocument, to: EditionDocument): readonly Difference[] {
  return differences(plainJson(partsOfDocument(from)), plainJson(partsOfDocument(to)));
}

async function insertMade(ctx: Ctx, programme: store.LockedProgramme, called: string, parts: Parts) {
  requirePossible(parts, programme.zone);
  const dates = instantsOf(parts.timeline, programme.zone);
  const { judges: seats, minimumPanel } = parts.award;
  const insert = (slug: string) => store.insertEdition(ctx, { ...dates, programme: programme.id, slug, name: called, seats, minimumPanel });
  const { slug, taken: id } = await firstFreeSlug(called, insert);
  const edition = await store.lockEdition(ctx, id);
  if (edition === undefined) throw problem('general.not-found');
  await saveParts(ctx, edition, parts);
  return { edition: id, slug, programmeSlug: programme.slug };
}

/** A new edition, made of everything a document says. */
export const createEditionFrom = operation('programmes.create-edition-from', {
  input: z.object({ programme: programmeId, name, document: z.json() }),
  who: ['manager', 'system'],
  find: (ctx, input) => store.lockProgramme(ctx, input.programme),
  relations: (ctx, programme) => programmeRelations(ctx, programme.id),
  run: async (ctx, input, programme) => {
    const made = await insertMade(ctx, programme, input.name, partsOfDocument(documentFrom(input.document, programme.zone)));
    const body = { name: input.name };
    await tell(ctx, { kind: 'programmes.edition-created', programme: programme.id, subject: { kind: 'edition', id: made.edition }, body });
    return made;
  },
});

async function lockProgrammeOf(ctx: Ctx, id: z.output<typeof editionId>) {
  const from = await editionById(ctx, id);
  const programme = from && (await store.lockProgramme(ctx, from.programme));
  return programme && { from, programme };
}

/** This year's from last year's: all of it, every date as many years on. The edition it comes from stays as it is. `managers`: whoever manages a chapter of it manages the same one of the new edition. */
export const copyEdition = operation('programmes.copy-edition', {
  input: z.object({ from: editionId, name, years: z.coerce.number().int().min(0).max(20), managers: z.boolean().default(false) }),
  who: ['manager'],
  find: (ctx, input) => lockProgrammeOf(ctx, input.from),
  relations: (ctx, { programme }) => programmeRelations(ctx, programme.id),
  run: async (ctx, input, { from, programme }) => {
    const made = await insertMade(ctx, programme, input.name, laterBy(await partsOf(ctx, from), input.years));
    const managers = input.managers ? await copyChapterRoles(ctx, from.id, made.edition) : 0;
    const body = { name: input.name, from: from.id, years: input.years, ...(managers > 0 && { managers }) };
    await tell(ctx, { kind: 'programmes.edition-created', programme: programme.id, subject: { kind: 'edition', id: made.edition }, body });
    return made;
  },
});

/** An edition set to what a document says: what is not in it any more is gone. All of it, or nothing. */
export const replaceConfiguration = operation('programmes.replace-configuration', {
  input: z.object({ edition: editionId, version, document: z.json() }),
  who: ['manager', 'system'],
  find: (ctx, input) => store.lockEdition(ctx, input.edition),
  relations: (ctx, edition) => programmeRelations(ctx, edition.programme),
  run: async (ctx, input, edition) => {
    requireFresh(edition, input.version);
    requireUnlocked(edition);
    const saved = await saveParts(ctx, edition, partsOfDocument(documentFrom(input.document, edition.zone)));
    return { edition: edition.id, ...saved };
  },
});

/** What saving a document would do to an edition; nothing is written. Faults as a problem, as saving gives them. */
export async function previewDocument(ctx: Ctx, edition: Edition, value: unknown): Promise<readonly Difference[]> {
  await requireRead(ctx, edition, ['manager']);
  const wanted = documentFrom(value, edition.zone);
  return editionsCompared(documentOf(edition.name, await partsOf(ctx, edition)), wanted);
}

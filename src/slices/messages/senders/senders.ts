/** As whom a programme writes. What this installation may not send for is refused: such mail would be taken for forged. */
import { z } from 'zod';
import { addressFault, domainOf, tidyAddress } from '#core/mail/addresses.ts';
import { steers } from '#core/mail/inert.ts';
import { type FieldProblem, problem } from '#core/problems/problem.ts';
import type { Ctx } from '#platform/context.ts';
import type { ProgrammeId } from '#platform/ids.ts';
import { operation } from '#platform/operation.server.ts';
import { tell } from '#platform/tell.server.ts';
import { programmeRelations, requireFresh } from '#slices/programmes/index.ts';
import { programmeId, version } from '../schemas.ts';
import { allowedDomains } from '../sending/settings.ts';
import { markSender } from '../store/senders.ts';
import { requirePerson } from '../texts/texts.ts';
import { senderRow } from './reading.ts';

const address = z.string().max(300).default('').transform(tidyAddress);

async function findProgramme(ctx: Ctx, id: ProgrammeId): Promise<{ readonly id: ProgrammeId } | undefined> {
  return ctx.db
    .selectFrom('programmes')
    .select('id')
    .where('organisation_id', '=', ctx.organisation)
    .where('id', '=', id)
    .executeTakeFirst();
}

function addressFaults(path: string, text: string, domains?: readonly string[]): FieldProblem[] {
  if (text === '') return [];
  const fault = addressFault(text);
  if (fault) return [{ path, code: fault, facts: {} }];
  const domain = domainOf(text);
  if (!domains || domains.includes(domain)) return [];
  return [{ path, code: 'messages.address-of-another-domain', facts: { domain, allowed: domains.join(', ') } }];
}

export const changeSender = operation('messages.change-sender', {
  input: z.object({ programme: programmeId, version, name: z.string().trim().min(1).max(100), address, replyTo: address }),
  who: ['manager'],
  find: (ctx, input) => findProgramme(ctx, input.programme),
  relations: (ctx, programme) => programmeRelations(ctx, programme.id),
  run: async (ctx, input, programme) => {
    const { name } = input;
    const faults: FieldProblem[] = [
      ...(steers(name) ? [{ path: 'name', code: 'messages.line-break-in-header', facts: {} } as const] : []),
      ...addressFaults('address', input.address, allowedDomains()),
      ...addressFaults('replyTo', input.replyTo),
    ];
    if (faults.length > 0) throw problem('general.invalid-input', { count: faults.length }, faults);
    const before = await senderRow(ctx, programme.id);
    const [from, to] = [
      { name: before.name, address: before.address ?? '', replyTo: before.replyTo ?? '' },
      { name, address: input.address, replyTo: input.replyTo },
    ];
    const row = { name, address: input.address || null, replyTo: input.replyTo || null };
    const fresh = await markSender(ctx, { programme: programme.id, by: requirePerson(ctx) }, row, input.version);
    if (!fresh) requireFresh(before, input.version, from, to);
    const subject = { kind: 'programme', id: programme.id };
    await tell(ctx, { kind: 'messages.sender-changed', programme: programme.id, subject, body: { from, to } });
    return { programme: programme.id };
  },
});

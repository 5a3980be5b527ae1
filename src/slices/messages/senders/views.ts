/** As whom a programme writes, for whoever may change it. */
import { domainToASCII } from 'node:url';
import { domainOf } from '#core/mail/addresses.ts';
import type { Ctx } from '#platform/context.ts';
import { editionForManager } from '#slices/programmes/index.ts';
import { allowedDomains, mailSettings, senderOf } from '../sending/settings.ts';
import { senderRow } from './reading.ts';

/** What mail servers write for a domain in another script; undefined where it is the same. */
function punycode(address: string | null): string | undefined {
  if (address === null) return undefined;
  const domain = domainOf(address);
  const ascii = domainToASCII(domain);
  return ascii === domain ? undefined : ascii;
}

export async function senderPage(ctx: Ctx, programme: string, slug: string) {
  const { edition, mayChange } = await editionForManager(ctx, programme, slug);
  const row = await senderRow(ctx, edition.programme);
  return {
    edition,
    mayChange,
    sender: { name: row.name, address: row.address ?? '', replyTo: row.replyTo ?? '', version: row.version },
    standing: senderOf(mailSettings().mailFrom),
    domains: allowedDomains(),
    punycode: punycode(row.replyTo),
  };
}

/** Links that switch mail off: whoever has the mail has the link, and nobody else can work it out. */
import { timingSafeEqual } from 'node:crypto';
import type { Ctx } from '#platform/context.ts';
import { derivedToken, hashToken } from '#platform/tokens.server.ts';
import { mailLinkSecret, mailSettings } from '../sending/settings.ts';

function tokenFor(ctx: Pick<Ctx, 'organisation'>, mail: string): string {
  return derivedToken(mailLinkSecret(), 'mail off', `${ctx.organisation} ${mail}`);
}

/** Undefined in a process that was given no secret. */
export function offAddress(ctx: Pick<Ctx, 'organisation'>, mail: string): string | undefined {
  return mailLinkSecret() === '' ? undefined : `${mailSettings().url}/mail-off/${mail}/${tokenFor(ctx, mail)}`;
}

export function isOffToken(ctx: Pick<Ctx, 'organisation'>, mail: string, token: string): boolean {
  return mailLinkSecret() !== '' && timingSafeEqual(hashToken(token), hashToken(tokenFor(ctx, mail)));
}

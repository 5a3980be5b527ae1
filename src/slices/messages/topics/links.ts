/** Links that switch mail off: whoever has the mail has the link, and nobody else can work it out. */
import { timingSafeEqual } from 'node:crypto';
import type { Ctx } from '#platform/context.ts';
import { derivedToken, hashToken } from '#platform/tokens.server.ts';
import { mailLinkSecret, mailSettings } from '../sending/settings.ts';

function markFor(ctx: Pick<Ctx, 'organisation'>, mail: string): string {
  return derivedToken(mailLinkSecret(), 'mail off', `${ctx.organisation} ${mail}`);
}

/** What stands in the link: which mail it is, and that we made it. */
export function offToken(ctx: Pick<Ctx, 'organisation'>, mail: string): string {
  return `${mail}.${markFor(ctx, mail)}`;
}

/** Undefined in a process that was given no secret. */
export function offAddress(ctx: Pick<Ctx, 'organisation'>, mail: string): string | undefined {
  return mailLinkSecret() === '' ? undefined : `${mailSettings().url}/mail-off/${offToken(ctx, mail)}`;
}

/** The mail a link is about; undefined for one we did not make. */
export function mailOfToken(ctx: Pick<Ctx, 'organisation'>, token: string): string | undefined {
  const match = /^([0-9a-f-]{36})\.([\w-]{43})$/.exec(token);
  if (!match?.[1] || !match[2] || mailLinkSecret() === '') return undefined;
  return timingSafeEqual(hashToken(match[2]), hashToken(markFor(ctx, match[1]))) ? match[1] : undefined;
}

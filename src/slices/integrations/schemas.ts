/** Shapes the forms and the API of integrations share. */
import { z } from 'zod';
import { type Scope, scopes } from '#core/access/scopes.ts';
import type { ProgrammeId } from '#platform/ids.ts';
import { type KindToTell, kindsToTell } from './webhooks/kinds.ts';

export const programmeId = z.uuid().transform((id) => id as ProgrammeId);

export const keyName = z.string().trim().min(1).max(100);
export const keyScopes = z.array(z.enum(scopes)).min(1).max(scopes.length);
/** How long a key lives, in days. */
export const lives = [30, 90, 365] as const;
export const keyDays = z.coerce
  .number()
  .int()
  .refine((days) => lives.some((one) => one === days));
/** As the door makes it: recognisable, then 32 bytes. */
export const keySecret = z.string().regex(/^plaudit_[A-Za-z0-9]{6}_[A-Za-z0-9_-]{43}$/);

export const webhookAddress = z.string().trim().min(8).max(1000);
export const webhookNote = z.string().trim().max(200).default('');
export const webhookKinds = z.array(z.enum(kindsToTell)).min(1).max(kindsToTell.length);
/** 32 bytes in base64, as Standard Webhooks writes a secret after its prefix. */
export const webhookSecret = z.string().regex(/^[A-Za-z0-9+/]{43}=$/);
export const version = z.coerce.number().int().min(1);

/** What was ticked on a page, as far as it is a scope. */
export function chosenScopes(ticked: readonly string[]): Scope[] {
  return scopes.filter((scope) => ticked.includes(scope));
}

/** What was ticked on a page, as far as it can be told. */
export function chosenKinds(ticked: readonly string[]): KindToTell[] {
  return kindsToTell.filter((kind) => ticked.includes(kind));
}

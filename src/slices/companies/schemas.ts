/** Shapes the forms and the API of companies share. */
import { z } from 'zod';
import { sizeClasses } from '#core/companies/sizes.ts';
import type { CompanyId, ContactId } from '#platform/ids.ts';

const id = <T extends string>() => z.uuid().transform((text) => text as T);
export const companyId = id<CompanyId>();
export const contactId = id<ContactId>();

export const companyName = z.string().trim().min(1).max(200);
export const note = z.string().trim().max(2000).default('');
/** ISO 3166-1, two letters; none is an answer too. */
export const country = z
  .union([z.literal(''), z.string().regex(/^[A-Z]{2}$/)])
  .default('')
  .transform((code) => (code === '' ? null : code));

/** Written by people: in trade, short, former, in another script. `merged` comes of a merge alone. */
export const nameKinds = ['trading', 'short', 'former', 'script'] as const;
export const nameKind = z.enum(nameKinds);
export type NameKind = (typeof nameKinds)[number] | 'merged';

export const domain = z.string().trim().min(1).max(300);

export const sizeClass = z.enum(sizeClasses);

export const day = z.iso.date();
/** The first day on which it is over; none while it lasts. */
export const lastDay = z
  .union([z.literal(''), z.iso.date()])
  .default('')
  .transform((text) => (text === '' ? null : text));

/** The version of a row the sender saw. */
export const version = z.coerce.number().int().min(1);

/** Shapes of nominating and of what is done about nominees. */
import { z } from 'zod';
import { nominatorKind, nomineeKind } from '#core/categories/shape.ts';
import type { CategoryId } from '#platform/ids.ts';
import { email } from '#slices/people/index.ts';

export const nomineeId = z.uuid();
export const nominationId = z.uuid();
export const categoryId = z.uuid().transform((text) => text as CategoryId);
export const version = z.coerce.number().int().min(1);

/** The most characters a field may hold; the form says them too. */
export const limits = { name: 200, reason: 4000, evidence: 2000, address: 500, answer: 1000 } as const;

/** One line: names stand in mails, where a line of one's own would read as the organiser's. */
export const oneLine = /^[^\p{Cc}\p{Zl}\p{Zp}]*$/u;

const name = z.string().trim().min(1).max(limits.name).regex(oneLine);
const maybeName = z.string().trim().max(limits.name).regex(oneLine).default('');

/** An address, or nothing where nobody knows it. */
const maybeEmail = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.stringFormat('email', (text) => text === '' || z.regexes.email.test(text)));

/** An address of the web, or none; opened by people alone. */
const webAddress = z
  .string()
  .trim()
  .max(limits.address)
  .regex(/^(?:https?:\/\/[^\s/?#]+\.\S+)?$/i)
  .default('');

export const nomineeText = { name, worksFor: maybeName, email: maybeEmail };

export const nominationText = {
  kind: nomineeKind,
  ...nomineeText,
  relation: nominatorKind,
  reason: z.string().trim().min(1).max(limits.reason),
  evidence: z.string().trim().max(limits.evidence).default(''),
  evidenceAddress: webAddress,
  nominator: name,
  nominatorEmail: email,
  /** May be named in public as whoever nominated. */
  named: z.boolean().default(false),
  /** The nominee is not told who nominated them. */
  hidden: z.boolean().default(false),
};

/** What was typed from the mail: figures, however they are parted. */
export const code = z
  .string()
  .max(40)
  .transform((text) => text.replaceAll(/[\s-]/g, ''));

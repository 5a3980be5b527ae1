import { z } from 'zod';

/**
 * A shape chosen by looking at the value. A union tries all its members and can then only say that none fits; here what is wrong is said
 * of the one that was meant.
 */
export function anyOf<T>(choose: (value: unknown) => z.ZodType<T>): z.ZodType<T> {
  return z.unknown().transform((value, ctx): T => {
    const read = choose(value).safeParse(value);
    if (read.success) return read.data;
    for (const issue of read.error.issues) ctx.issues.push({ ...issue, input: value } as z.core.$ZodRawIssue);
    return z.NEVER;
  });
}

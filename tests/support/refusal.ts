/** What a refused call says, in a form that equality can be asked of. */
import { Problem } from '#core/problems/problem.ts';

export type Refusal = { readonly code: string; readonly facts: object; readonly fields: readonly string[] };

/** Fields as `path: code`. Throws when the work was not refused, or failed by a bug. */
export async function refusal(work: Promise<unknown>): Promise<Refusal> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { code: error.code, facts: error.facts, fields: error.fields.map(({ path, code }) => `${path}: ${code}`) };
  }
  throw new Error('it was not refused');
}

export const refusalCode = async (work: Promise<unknown>): Promise<string> => (await refusal(work)).code;

/** A Zod shape as the JSON Schema of its place in the description: what may be sent, or what is answered. */
import { z } from 'zod';

export type JsonSchema = { readonly [key: string]: unknown };

/** What only repeats the format, and limits of the machine, would hide what matters. */
function trimmed({ jsonSchema }: { readonly jsonSchema: Record<string, unknown> }): void {
  if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  // A reader of one version meets members that were added to it, and lets them be.
  if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
}

/** Named shapes go to `into`, and are referred to. */
export function jsonSchema(shape: z.ZodType, io: 'input' | 'output', into: Map<string, JsonSchema>): JsonSchema {
  const made = z.toJSONSchema(shape, { io, unrepresentable: 'any', override: trimmed });
  const text = JSON.stringify(made).replaceAll('"#/$defs/', '"#/components/schemas/');
  const { $schema: _dialect, $defs = {}, ...schema } = JSON.parse(text) as { $schema?: string; $defs?: Record<string, JsonSchema> };
  for (const [name, { id: _id, ...definition }] of Object.entries($defs)) into.set(name, definition);
  return schema;
}

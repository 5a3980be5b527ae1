import { z } from 'zod';
import { shapes } from '../../src/core/record/bundle/shapes.ts';
import { auditedShape, exactTallyShape, resultShape } from '../../src/core/verdict/published/result-shape.ts';
import type { Page } from './page.ts';

const manifest = shapes.manifest.meta({ title: 'manifest.json of a recount bundle, version 1' });

/** Lines of the files of a bundle, one JSON value each. */
const lines = z.union([shapes.ballot, shapes.entry, shapes.metric, shapes.votes, shapes.override, shapes.event]).meta({
  title: 'A line of ballots.jsonl, entries.jsonl, metrics.jsonl, votes.jsonl, overrides.jsonl or log.jsonl of a recount bundle, version 1',
});

/** Every whole number lies within what JSON holds exactly: saying so at each would only hide the rest. */
const withoutSafeRange = ({ jsonSchema }: { readonly jsonSchema: { minimum?: number; maximum?: number } }): void => {
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
};

/** As what is read: a reader of one version meets keys that were added to it, and lets them be. */
function schema(shape: z.ZodType): string {
  const made = z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any', reused: 'ref', override: withoutSafeRange });
  const { $schema, title, description, ...rest } = made;
  return `${JSON.stringify({ $schema, title, description, ...rest }, null, 1)}\n`;
}

/** JSON Schemas of what is published, from the shapes the code reads and writes by. */
export const schemaPages: readonly Page[] = [
  { file: 'result.schema.json', make: () => schema(resultShape) },
  { file: 'bundle-manifest.schema.json', make: () => schema(manifest) },
  { file: 'bundle-lines.schema.json', make: () => schema(lines) },
  { file: 'audited-result.schema.json', make: () => schema(auditedShape) },
  { file: 'exact-tally.schema.json', make: () => schema(exactTallyShape) },
];

import { describeApi } from '#http/api/document.ts';
import { wordsFor } from '#words/index.ts';
import { apiVersion, endpoints } from '../../src/api.ts';
import type { Page } from './page.ts';

type Schema = { readonly [key: string]: unknown };

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const members = (value: unknown): readonly (readonly [string, Schema])[] => Object.entries((value ?? {}) as Record<string, Schema>);

function objectType(schema: Schema): string {
  const required = list(schema.required);
  const own = members(schema.properties).map(
    ([name, member]) => `readonly ${JSON.stringify(name)}${required.includes(name) ? '' : '?'}: ${typeOf(member)}`,
  );
  if (own.length === 0 && schema.additionalProperties) return `Readonly<Record<string, ${typeOf(schema.additionalProperties as Schema)}>>`;
  return `{ ${own.join('; ')} }`;
}

const plain: Readonly<Record<string, string>> = { string: 'string', integer: 'number', number: 'number', boolean: 'boolean', null: 'null' };

/** JSON Schema, as far as our shapes make use of it, as a TypeScript type. */
function typeOf(schema: Schema): string {
  if (typeof schema.$ref === 'string') return schema.$ref.replace('#/components/schemas/', '');
  if (schema.enum)
    return list(schema.enum)
      .map((one) => JSON.stringify(one))
      .join(' | ');
  if ('const' in schema) return JSON.stringify(schema.const);
  const choices = list(schema.anyOf ?? schema.oneOf).map((one) => typeOf(one as Schema));
  // A text that may be anything may be the one that is named, too.
  if (choices.length > 0) return choices.filter((one) => !one.startsWith('"') || !choices.includes('string')).join(' | ');
  if (Array.isArray(schema.type)) return schema.type.map((type) => typeOf({ ...schema, type })).join(' | ');
  if (schema.type === 'array') return `readonly (${typeOf(schema.items as Schema)})[]`;
  if (schema.type === 'object') return objectType(schema);
  return plain[String(schema.type)] ?? 'unknown';
}

type Parameter = { readonly name: string; readonly in: string; readonly required: boolean; readonly schema: Schema };
type Operation = {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }>>;
};

function sentIn(place: string, { parameters = [] }: Operation): string {
  const own = parameters.filter((parameter) => parameter.in === place);
  // Everything in an address is text.
  return `{ ${own.map(({ name, required }) => `readonly ${JSON.stringify(name)}${required ? '' : '?'}: string`).join('; ')} }`;
}

function answerOf({ responses }: Operation): string {
  const success = Object.entries(responses).find(([status]) => status.startsWith('2'))?.[1];
  const schema = success?.content?.['application/json']?.schema;
  return schema ? typeOf(schema) : 'undefined';
}

function operationType(operation: Operation): string {
  const body = operation.requestBody?.content['application/json']?.schema;
  const parts = [
    `params: ${sentIn('path', operation)}`,
    `query: ${sentIn('query', operation)}`,
    `body: ${body ? typeOf(body) : 'undefined'}`,
    `answer: ${answerOf(operation)}`,
  ];
  return `  ${operation.operationId}: { ${parts.join('; ')} };`;
}

type Document = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
};

function clientTypes(document: Document): string {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  return [
    '/** Made by tools/docs.ts from openapi.json; never edited. */',
    ...members(document.components.schemas)
      .filter(([name]) => name !== 'Problem')
      .map(([name, schema]) => `export type ${name} = ${typeOf(schema)};`),
    '',
    'export type Operations = {',
    ...operations.map(({ operation }) => operationType(operation)),
    '};',
    '',
    'export const addresses = {',
    ...operations.map(({ path, method, operation }) => `  ${operation.operationId}: ['${method}', '${path}'],`),
    '} as const;',
    '',
  ].join('\n');
}

/** The types of the client our tests call the API with: made from the description, so that the description is what is tested. */
export const apiClientPage: Page = {
  file: '../../tests/support/api/operations.gen.ts',
  make: () => clientTypes(describeApi(endpoints, wordsFor('en'), apiVersion) as Document),
};

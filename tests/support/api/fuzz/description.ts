/** `openapi.json` as the harness reads it: from the text alone, as somebody else's tool would. */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Schema } from './values.ts';

export type Parameter = {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly schema: Schema;
};

export type Described = {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body: Schema | undefined;
  /** Scopes of which one is needed; empty where nobody needs a key. */
  readonly scopes: readonly string[];
  readonly statuses: ReadonlySet<number>;
  /** What is wrong with an answer of this status, in words; undefined when it is as described. */
  readonly fault: (status: number, type: string, text: string) => string | undefined;
};

type Node = { readonly [key: string]: unknown };

export type Description = { readonly operations: readonly Described[]; readonly resolve: (reference: string) => Schema };

const methods = ['get', 'post', 'put', 'patch', 'delete'];

function at(document: Node, reference: string): Node {
  const found = reference
    .replace('#/', '')
    .split('/')
    .reduce<unknown>((node, part) => (node as Node | undefined)?.[part], document);
  if (found === undefined) throw new Error(`the description refers to ${reference}, which is not there`);
  return found as Node;
}

/** The tests look closer than readers have to: a member nobody described is a fault. */
function strict(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(strict);
  if (typeof schema !== 'object' || schema === null) return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, strict(value)]));
  return 'properties' in inner && !('additionalProperties' in inner) ? { ...inner, additionalProperties: false } : inner;
}

export function readDescription(document: Node): Description {
  const resolved = (node: Node): Node => (typeof node.$ref === 'string' ? resolved({ ...at(document, node.$ref) }) : node);
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: false });
  ajv.addSchema({ $id: 'api', components: strict(document.components) as Node });
  const compile = (schema: Node): ValidateFunction =>
    ajv.compile(JSON.parse(JSON.stringify(strict(schema)).replaceAll('"#/components/', '"api#/components/')) as Node);

  const operations = Object.entries(document.paths as Record<string, Node>).flatMap(([path, routes]) =>
    methods
      .filter((method) => method in routes)
      .map((method): Described => {
        const operation = routes[method] as Node;
        const answers = Object.entries(operation.responses as Record<string, Node>);
        const contents = new Map(
          answers.map(([status, answer]) => [Number(status), (resolved(answer).content ?? {}) as Record<string, Node>]),
        );
        const validators = new Map<string, ValidateFunction>();
        const validator = (status: number, type: string): ValidateFunction | undefined => {
          const schema = contents.get(status)?.[type]?.schema as Node | undefined;
          if (schema === undefined) return undefined;
          const known = validators.get(`${status} ${type}`) ?? compile(schema);
          validators.set(`${status} ${type}`, known);
          return known;
        };
        const fault = (status: number, type: string, text: string): string | undefined => {
          if (!contents.has(status)) return `answers ${status}, which is not described: ${text.slice(0, 200)}`;
          const described = Object.keys(contents.get(status) ?? {});
          if (described.length === 0) return text === '' ? undefined : `answers ${status} with a body nobody described`;
          const check = validator(status, type);
          if (check === undefined) return `answers ${status} as ${type}, not as ${described.join(' or ')}`;
          return check(JSON.parse(text)) ? undefined : `answers ${status} otherwise than described: ${ajv.errorsText(check.errors)}`;
        };
        const requirements = (operation.security ?? []) as readonly Record<string, readonly string[]>[];
        const body = (operation.requestBody as { content?: Record<string, { schema: Schema }> } | undefined)?.content?.['application/json']
          ?.schema;
        return {
          id: String(operation.operationId),
          method: method.toUpperCase(),
          path,
          parameters: ((operation.parameters ?? []) as Node[]).map((parameter) => resolved(parameter) as unknown as Parameter),
          body,
          scopes: requirements.flatMap((requirement) => Object.values(requirement).flat()),
          statuses: new Set(contents.keys()),
          fault,
        };
      }),
  );
  return { operations, resolve: (reference) => at(document, reference) };
}

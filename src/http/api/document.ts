/** The description of the API, OpenAPI 3.1, made from the endpoints that are served. Pure: the same endpoints give the same text. */

import { scopes } from '#core/access/scopes.ts';
import { type ProblemCode, statusOf } from '#core/problems/catalogue.ts';
import type { Words } from '#words/index.ts';
import { type Endpoint, isUnsafe } from './endpoint.ts';
import { type JsonSchema, jsonSchema } from './schema.ts';

type Member = { readonly [key: string]: unknown };

const hasMembers = (schema: { readonly shape: object }) => Object.keys(schema.shape).length > 0;

/** Everything an endpoint may refuse with: what every request may lack, what its own subject may say. */
function refusalsOf(endpoint: Endpoint): readonly ProblemCode[] {
  const { scope, params, query, body, current, refusals } = endpoint;
  const codes: ProblemCode[] = ['api.key-refused', 'api.not-acceptable', 'api.too-many-requests', 'general.busy', ...refusals];
  if (scope !== 'public') codes.push('api.key-needed', 'api.scope-missing', 'api.person-waits', 'general.not-found');
  if (hasMembers(params)) codes.push('general.not-found');
  if (hasMembers(query)) codes.push('general.invalid-input');
  if (isUnsafe(endpoint)) {
    codes.push('api.idempotency-key-missing', 'general.key-reused', 'general.invalid-input', 'general.foreign-origin');
    codes.push('general.unknown-outcome', 'general.too-large');
  }
  if (body !== undefined) codes.push('api.not-json', 'api.not-json-type');
  if (current !== undefined) codes.push('api.changed-meanwhile', 'api.if-match-missing', 'api.if-match-wrong');
  return [...new Set(codes)].sort();
}

const component = (kind: string, name: string): Member => ({ $ref: `#/components/${kind}/${name}` });

function parametersOf(endpoint: Endpoint, into: Map<string, JsonSchema>): Member[] {
  const { params, query, current } = endpoint;
  const members = (place: 'path' | 'query', shape: typeof params) =>
    Object.entries(shape.shape).map(([name, member]) => {
      const { description, ...schema } = jsonSchema(member as typeof shape, 'input', into);
      const required = place === 'path';
      return { name, in: place, required, ...(description !== undefined && { description }), schema };
    });
  return [
    ...members('path', params),
    ...members('query', query),
    ...(isUnsafe(endpoint) ? [component('parameters', 'Idempotency-Key')] : []),
    ...(current ? [component('parameters', 'If-Match')] : []),
  ];
}

function successOf(endpoint: Endpoint, words: Words['api'], into: Map<string, JsonSchema>): Member {
  const { status, answer } = endpoint;
  const lists = 'after' in endpoint.query.shape;
  const named = (name: string) => ({ [name]: component('headers', name) });
  const headers = {
    ...named('RateLimit'),
    ...(lists && named('Link')),
    ...(isUnsafe(endpoint) && named('Idempotency-Replayed')),
    ...((!isUnsafe(endpoint) || endpoint.current) && named('ETag')),
    ...(status === 201 && named('Location')),
  };
  const content = answer && { 'application/json': { schema: jsonSchema(answer, 'output', into) } };
  return { [status]: { description: words.statuses[status], headers, ...(content && { content }) } };
}

function problemsOf(endpoint: Endpoint): Member {
  const byStatus = Map.groupBy(refusalsOf(endpoint), statusOf);
  const answers = [...byStatus].map(([status, codes]) => {
    const description = codes.map((code) => `\`${code}\``).join(', ');
    return [String(status), { ...component('responses', 'Problem'), description }] as const;
  });
  return Object.fromEntries(answers.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function operationOf(endpoint: Endpoint, { api }: Words, into: Map<string, JsonSchema>): Member {
  const { id, subject, summary, text: description, scope, body } = endpoint;
  const parameters = parametersOf(endpoint, into);
  const unchanged = isUnsafe(endpoint) ? {} : { 304: { description: api.statuses[304] } };
  return {
    operationId: id,
    tags: [subject],
    summary,
    ...(description !== '' && { description }),
    // An empty requirement: a key may be sent and need not be.
    security: scope === 'public' ? [{}] : [{ key: [scope] }],
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: { required: true, content: { 'application/json': { schema: jsonSchema(body, 'input', into) } } } }),
    responses: { ...successOf(endpoint, api, into), ...unchanged, ...problemsOf(endpoint) },
  };
}

const problemSchema: JsonSchema = {
  type: 'object',
  description: 'RFC 9457',
  required: ['type', 'title', 'status', 'detail', 'instance', 'code', 'facts', 'errors'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    instance: { type: 'string' },
    code: { type: 'string', pattern: '^[a-z]+\\.[a-z0-9-]+$' },
    facts: { type: 'object', additionalProperties: { type: ['string', 'number', 'boolean', 'null'] } },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'code', 'detail'],
        properties: { pointer: { type: 'string' }, code: { type: 'string' }, detail: { type: 'string' } },
      },
    },
  },
};

/** What many operations refer to. */
function partsInCommon({ headers, refused }: Words['api']): Member {
  const text = (description: string) => ({ description, schema: { type: 'string' } });
  const sent = (name: string, description: string, pattern: string) => ({
    name,
    in: 'header',
    required: true,
    description,
    schema: { type: 'string', pattern },
  });
  return {
    responses: { Problem: { description: refused, content: { 'application/problem+json': { schema: component('schemas', 'Problem') } } } },
    parameters: {
      'Idempotency-Key': sent('Idempotency-Key', headers.key, '^[\\w.:-]{8,128}$'),
      'If-Match': sent('If-Match', headers.match, '^"\\d{1,9}\\.[\\w-]+"$'),
    },
    headers: {
      ETag: text(headers.tag),
      'Idempotency-Replayed': text(headers.replayed),
      Link: text(headers.link),
      Location: text(headers.location),
      RateLimit: text(headers.rate),
    },
  };
}

/** `words` are the language's; the description is kept in English. */
export function describeApi(endpoints: readonly Endpoint[], words: Words, version: string): Member {
  const named = new Map<string, JsonSchema>([['Problem', problemSchema]]);
  const paths: Record<string, Record<string, Member>> = {};
  for (const endpoint of endpoints) {
    const path = paths[endpoint.path] ?? {};
    paths[endpoint.path] = path;
    path[endpoint.method.toLowerCase()] = operationOf(endpoint, words, named);
  }
  const { api } = words;
  const subjects = [...new Set(endpoints.map(({ subject }) => subject))];
  return {
    openapi: '3.1.0',
    info: { title: api.title, version, description: api.about, license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' } },
    servers: [{ url: '/api/v1' }],
    tags: subjects.map((name) => ({ name, description: api.subjects[name] ?? '' })),
    paths,
    components: {
      schemas: Object.fromEntries([...named].sort(([a], [b]) => (a < b ? -1 : 1))),
      ...partsInCommon(api),
      securitySchemes: {
        key: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'plaudit_…',
          description: api.key,
          'x-scopes': scopes.map((scope) => `${scope}: ${api.scopes[scope]}`),
        },
      },
    },
  };
}

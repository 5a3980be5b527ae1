/** What of a released description a later one has taken back: said at the place, in words. */
type Schema = { readonly [key: string]: unknown };
type Parameter = {
  readonly $ref?: string;
  readonly name?: string;
  readonly in?: string;
  readonly required?: boolean;
  readonly schema?: Schema;
};
type Answer = { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> };
type Operation = {
  readonly operationId: string;
  readonly security?: unknown;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: Answer;
  readonly responses: Readonly<Record<string, Answer>>;
};
export type Description = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
};

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const members = (schema: Schema | undefined) => (schema?.properties ?? {}) as Readonly<Record<string, Schema>>;
const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
const schemaOf = (answer: Answer | undefined) => answer?.content?.['application/json']?.schema;

/** Limits that may only be loosened, and which way that is. */
const limits = { maxLength: 1, maximum: 1, maxItems: 1, minLength: -1, minimum: -1, minItems: -1 } as const;

const looser = (name: keyof typeof limits, was: unknown, is: unknown) => {
  if (is === undefined) return true;
  if (was === undefined) return false;
  return (Number(is) - Number(was)) * limits[name] >= 0;
};

/** What somebody sends: it may take more, never less. */
function sentLess(where: string, was: Schema, is: Schema | undefined): string[] {
  if (is === undefined) return [`${where} is no longer taken`];
  const needs = list(is.required).filter((name) => !list(was.required).includes(name));
  const refused = list(was.enum).filter((choice) => is.enum !== undefined && !list(is.enum).includes(choice));
  const narrowed = (Object.keys(limits) as (keyof typeof limits)[]).filter((name) => !looser(name, was[name], is[name]));
  const format = is.pattern !== undefined && !same(was.pattern, is.pattern) ? ['pattern'] : [];
  return [
    ...(same(was.type, is.type) && (was.enum !== undefined || is.enum === undefined) ? [] : [`${where} is of another type`]),
    ...needs.map((name) => `${where} needs ${String(name)}`),
    ...refused.map((choice) => `${where} no longer takes ${JSON.stringify(choice)}`),
    ...[...narrowed, ...format].map((name) => `${where} takes less: ${name}`),
    ...Object.entries(members(was)).flatMap(([name, member]) => sentLess(`${where} ${name}`, member, members(is)[name])),
    ...(was.items ? sentLess(`${where} item`, was.items as Schema, is.items as Schema | undefined) : []),
  ];
}

/** What somebody reads: it may say more, never less, and nothing else than before. */
function answeredLess(where: string, was: Schema, is: Schema | undefined): string[] {
  if (is === undefined) return [`${where} is gone`];
  const missing = list(was.required).filter((name) => String(name) in members(is) && !list(is.required).includes(name));
  const fresh = list(is.enum).filter((choice) => was.enum !== undefined && !list(was.enum).includes(choice));
  return [
    ...(same(was.type, is.type) && same(was.$ref, is.$ref) && same(was.format, is.format) ? [] : [`${where} is of another type`]),
    ...(same(list(was.anyOf).length, list(is.anyOf).length) ? [] : [`${where} is of another type`]),
    ...missing.map((name) => `${where} ${String(name)} may be missing`),
    ...fresh.map((choice) => `${where} may be ${JSON.stringify(choice)} now`),
    ...Object.entries(members(was)).flatMap(([name, member]) => answeredLess(`${where} ${name}`, member, members(is)[name])),
    ...(was.items ? answeredLess(`${where} item`, was.items as Schema, is.items as Schema | undefined) : []),
  ];
}

const nameOf = ({ $ref, name }: Parameter) => $ref ?? name ?? '';

function operationBreaches(where: string, was: Operation, is: Operation | undefined): string[] {
  if (is === undefined) return [`${where} is gone`];
  const [before, after] = [was.parameters ?? [], is.parameters ?? []];
  const needed = after.filter(
    (parameter) => (parameter.required || parameter.$ref) && !before.some((one) => nameOf(one) === nameOf(parameter)),
  );
  const taken = before.flatMap((parameter) => {
    const now = after.find((one) => nameOf(one) === nameOf(parameter));
    if (now === undefined) return [`${where} no longer takes ${nameOf(parameter)}`];
    if (now.required && !parameter.required) return [`${where} needs ${nameOf(parameter)}`];
    return parameter.schema ? sentLess(`${where} ${nameOf(parameter)}`, parameter.schema, now.schema) : [];
  });
  const [bodyBefore, bodyAfter] = [schemaOf(was.requestBody), schemaOf(is.requestBody)];
  const successes = Object.entries(was.responses).filter(([status]) => status.startsWith('2'));
  return [
    ...(was.operationId === is.operationId ? [] : [`${where} is called otherwise`]),
    ...(same(was.security, is.security) ? [] : [`${where} asks for another scope`]),
    ...needed.map((parameter) => `${where} needs ${nameOf(parameter)}`),
    ...taken,
    ...(bodyBefore === undefined && bodyAfter !== undefined ? [`${where} needs a body`] : []),
    ...(bodyBefore ? sentLess(`${where} body`, bodyBefore, bodyAfter) : []),
    ...successes.flatMap(([status, answer]) => {
      if (is.responses[status] === undefined) return [`${where} no longer answers ${status}`];
      const schema = schemaOf(answer);
      return schema ? answeredLess(`${where} answer`, schema, schemaOf(is.responses[status])) : [];
    }),
  ];
}

export function breaches(was: Description, is: Description): string[] {
  const addresses = Object.entries(was.paths).flatMap(([path, methods]) => {
    const now = is.paths[path];
    if (now === undefined) return [`${path} is gone`];
    return Object.entries(methods).flatMap(([method, operation]) =>
      operationBreaches(`${method.toUpperCase()} ${path}`, operation, now[method]),
    );
  });
  const shapes = Object.entries(was.components.schemas).flatMap(([name, schema]) =>
    answeredLess(name, schema, is.components.schemas[name]),
  );
  return [...addresses, ...shapes];
}

/** The reference page's view of `openapi.json`, which lies beside the README: what is shown is what was reviewed and released. */
import { readFileSync } from 'node:fs';
import { shapeText } from './shape.ts';

type Schema = { readonly [key: string]: unknown };
type Content = { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>; readonly description?: string };
type Parameter = {
  readonly $ref?: string;
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: Schema;
};
type Operation = {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description?: string;
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content>>;
};
type Document = {
  readonly info: { readonly version: string };
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>>; readonly parameters: Readonly<Record<string, Parameter>> };
};

export type OperationView = {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly text: string;
  readonly scope: string | undefined;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required: boolean; readonly what: string }[];
  readonly body: string | undefined;
  readonly answer: string | undefined;
  readonly status: string;
  readonly refusals: readonly { readonly status: string; readonly codes: string }[];
};

export type ReferenceView = {
  readonly version: string;
  readonly subjects: readonly { readonly name: string; readonly about: string; readonly operations: readonly OperationView[] }[];
  readonly shapes: readonly { readonly name: string; readonly text: string }[];
};

const jsonIn = ({ content }: Content) => content?.['application/json']?.schema;

function parameterView(document: Document, given: Parameter): OperationView['parameters'][number] {
  const {
    name,
    in: place,
    required = false,
    description,
    schema,
  } = given.$ref ? (document.components.parameters[given.$ref.slice(given.$ref.lastIndexOf('/') + 1)] ?? given) : given;
  const shape = shapeText(schema ?? {});
  return { name, in: place, required, what: description === undefined ? shape : `${shape}. ${description}` };
}

function operationView(document: Document, path: string, method: string, operation: Operation): OperationView {
  const { operationId: id, summary, description: text = '', security, parameters = [], requestBody, responses } = operation;
  const [status = '', success = {}] = Object.entries(responses).find(([code]) => code.startsWith('2')) ?? [];
  const [body, answer] = [requestBody && jsonIn(requestBody), jsonIn(success)];
  const refusals = Object.entries(responses)
    .filter(([code]) => Number(code) >= 400)
    .map(([code, { description = '' }]) => ({ status: code, codes: description.replaceAll('`', '') }));
  return {
    id,
    method: method.toUpperCase(),
    path,
    summary,
    text,
    scope: security.flatMap((one) => Object.values(one).flat())[0],
    parameters: parameters.map((parameter) => parameterView(document, parameter)),
    body: body && shapeText(body),
    answer: answer && shapeText(answer),
    status,
    refusals,
  };
}

function viewOf(document: Document): ReferenceView {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      subject: operation.tags[0],
      view: operationView(document, path, method, operation),
    })),
  );
  return {
    version: document.info.version,
    subjects: document.tags.map(({ name, description }) => ({
      name,
      about: description,
      operations: operations.filter(({ subject }) => subject === name).map(({ view }) => view),
    })),
    shapes: Object.entries(document.components.schemas).map(([name, schema]) => ({ name, text: shapeText(schema) })),
  };
}

let known: { readonly text: string; readonly view: ReferenceView } | undefined;

function read(): { readonly text: string; readonly view: ReferenceView } {
  const text = readFileSync(new URL('../../../../openapi.json', import.meta.url), 'utf8');
  return { text, view: viewOf(JSON.parse(text) as Document) };
}

/** Read once a process. */
export function apiReference(): { readonly text: string; readonly view: ReferenceView } {
  known ??= read();
  return known;
}

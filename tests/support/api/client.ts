/** A client of the API with the types of its description: an address, a parameter or a member that is not described does not compile. */
import type { Api, Asked } from './api.ts';
import { addresses, type Operations } from './operations.gen.ts';

export type OperationName = keyof Operations;

type Given<Part> = keyof Part extends never ? undefined : Part;
type Optional<Name extends string, Part> = undefined extends Part
  ? { readonly [N in Name]?: Part }
  : Record<string, never> extends Part
    ? { readonly [N in Name]?: Part }
    : { readonly [N in Name]: Part };

type Sending<O extends OperationName> = Optional<'params', Given<Operations[O]['params']>> &
  Optional<'query', Given<Operations[O]['query']>> &
  Optional<'body', Operations[O]['body']> &
  Pick<Asked, 'key' | 'call'> & { readonly match?: string };

export type Answered<O extends OperationName> = {
  readonly status: number;
  readonly headers: Headers;
  /** What it answered, taken for what was described when it went well. */
  readonly answer: Operations[O]['answer'];
};

class Refused extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string) {
    super(`${status} ${code}`);
    this.status = status;
    this.code = code;
  }
}

export type Client = <O extends OperationName>(operation: O, sending: Sending<O>) => Promise<Answered<O>>;

export function addressOf(
  path: string,
  params: Readonly<Record<string, string>> = {},
  query: Readonly<Record<string, string>> = {},
): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const search = new URLSearchParams(query).toString();
  return search === '' ? filled : `${filled}?${search}`;
}

/** @throws Refused with the code of the problem */
export function clientOf(api: Api): Client {
  return async (operation, { params, query, body, key, call, match }) => {
    const [method, path] = addresses[operation];
    const headers = match === undefined ? {} : { 'if-match': match };
    const asked: Asked = { method, key, body, headers, ...(call !== undefined && { call }) };
    const response = await api.ask(addressOf(path, params, query), asked);
    const text = await response.text();
    const answer = text === '' ? undefined : JSON.parse(text);
    if (!response.ok) throw new Refused(response.status, answer.code);
    return { status: response.status, headers: response.headers, answer };
  };
}

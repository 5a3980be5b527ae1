/** Which endpoint an address means. */
import type { Endpoint, Method } from './endpoint.ts';

type Route = { readonly pattern: RegExp; readonly names: readonly string[]; readonly methods: Map<Method, Endpoint> };

export type Match = { readonly endpoint: Endpoint; readonly params: Readonly<Record<string, string>> };

export type Table = {
  /** Undefined for no address of ours; without an endpoint for a method it does not have. */
  readonly find: (method: string, path: string) => { readonly match: Match | undefined; readonly allow: string } | undefined;
};

function routeOf(path: string): Route {
  const names: string[] = [];
  const source = path.replaceAll('.', '\\.').replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    names.push(name);
    return '([^/]+)';
  });
  return { pattern: new RegExp(`^${source}$`), names, methods: new Map() };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '\0';
  }
}

/** `GET` answers `HEAD` as well. */
function allowed(methods: Iterable<Method>): string {
  return ['OPTIONS', ...[...methods].flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))].sort().join(', ');
}

/** @throws Error for two endpoints at one address, or of one name */
export function tableOf(endpoints: readonly Endpoint[]): Table {
  const routes = new Map<string, Route>();
  const ids = new Set<string>();
  for (const endpoint of endpoints) {
    const route = routes.get(endpoint.path) ?? routeOf(endpoint.path);
    routes.set(endpoint.path, route);
    if (route.methods.has(endpoint.method) || ids.has(endpoint.id)) throw new Error(`two endpoints ${endpoint.method} ${endpoint.path}`);
    route.methods.set(endpoint.method, endpoint);
    ids.add(endpoint.id);
  }
  // Of two that fit, the one with fewer parameters is meant.
  const ordered = [...routes.values()].sort((a, b) => a.names.length - b.names.length);
  return {
    find: (method, path) => {
      for (const { pattern, names, methods } of ordered) {
        const found = pattern.exec(path);
        if (!found) continue;
        const endpoint = methods.get((method === 'HEAD' ? 'GET' : method) as Method);
        const params = Object.fromEntries(names.map((name, i) => [name, decoded(found[i + 1] ?? '')]));
        return { match: endpoint && { endpoint, params }, allow: allowed(methods.keys()) };
      }
      return undefined;
    },
  };
}

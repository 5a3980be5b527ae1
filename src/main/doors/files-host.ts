/** Files on a host of their own: nothing but files is there, and files are nowhere else. */
import type { Hono } from 'hono';
import { problem } from '#core/problems/problem.ts';
import { problemDocument, problemView } from '#http/problem.ts';
import type { Config } from '#platform/config.server.ts';

type Hosts = Pick<Config, 'url' | 'basePath' | 'files'>;

/** The host that has nothing but files; undefined where they are given by the site's own. */
export function filesHost({ url, files }: Hosts): string | undefined {
  const host = files.url === undefined ? undefined : new URL(files.url).host;
  return host === new URL(url).host ? undefined : host;
}

/** Stands before all but health; what stood before it would be on both hosts. */
export function keepFilesApart(app: Hono, config: Hosts): void {
  const own = filesHost(config);
  if (own === undefined) return;
  app.use('*', (c, next) => {
    const isContent = c.req.path.startsWith(`${config.basePath}/content/`);
    if ((c.req.header('host') === own) === isContent) return next();
    return Promise.resolve(problemDocument(problemView(problem('general.not-found'), 'en'), config.basePath, ''));
  });
}

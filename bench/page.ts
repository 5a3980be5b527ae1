/** The public page of an award: what it costs to make, and what a reader's browser has to fetch. */
import { Agent, get } from 'node:http';
import { makeProduct, type Product } from '#tests/support/product.ts';
import { fetchedBy, hasBrowser } from './browser.ts';
import type { Bench, Figure } from './figure.ts';
import { type Load, measure } from './load.ts';

const workers = 8;
const requests = 3_000;

type Fetched = { readonly status: number; readonly body: Buffer };

function fetchOver(agent: Agent, url: string, encoding?: 'br'): Promise<Fetched> {
  return new Promise((done, fail) => {
    const headers = { accept: 'text/html', ...(encoding && { 'accept-encoding': encoding }) };
    get(url, { agent, headers }, (reply) => {
      const chunks: Buffer[] = [];
      reply.on('data', (chunk: Buffer) => chunks.push(chunk));
      reply.on('end', () => done({ status: reply.statusCode ?? 0, body: Buffer.concat(chunks) }));
      reply.on('error', fail);
    }).on('error', fail);
  });
}

async function textOf(agent: Agent, url: string): Promise<string> {
  const { status, body } = await fetchOver(agent, url);
  if (status !== 200) throw new Error(`${url} answered ${status}`);
  return body.toString();
}

const matches = (text: string, pattern: RegExp): string[] => [...new Set([...text.matchAll(pattern)].map(([, found = '']) => found))];

/** What comes with the page when a browser opens it for the first time. */
async function weigh(page: string): Promise<Figure[]> {
  const all = await fetchedBy(page);
  const figure = (name: string, types: readonly string[], most: number): Figure => {
    const some = all.filter(({ type }) => types.includes(type));
    const bytes = some.reduce((sum, one) => sum + one.bytes, 0);
    return { name, value: bytes / 1_000, unit: 'kB', n: some.length, promise: { most } };
  };
  return [
    figure('Public page: HTML and CSS, compressed', ['document', 'stylesheet'], 60),
    figure('Public page: fonts', ['font'], 90),
    figure('Public page: scripts', ['script'], 0),
  ];
}

function figuresOf(name: string, { n, cpu, error, web, database, perSecond }: Load): Figure[] {
  return [
    { name: `${name}: web and database`, value: cpu, unit: 'CPU ms', n, error, promise: { most: 3 } },
    { name: `${name}: the web process's part`, value: web, unit: 'CPU ms', n },
    { name: `${name}: the database's part`, value: database, unit: 'CPU ms', n },
    { name: `${name}, ${workers} at once`, value: perSecond, unit: 'a second', n },
  ];
}

async function measurePage(product: Product, say: (line: string) => void): Promise<Figure[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: workers });
  try {
    const [path] = matches(await textOf(agent, `${product.url}/`), /href="(\/p\/[\w-]+)"/g);
    if (path === undefined) throw new Error('the first page leads to no award');
    const page = `${product.url}${path}`;
    const take = async (what: string, url: () => string): Promise<Load> => {
      say(`${what} ${path}: ${requests} times, ${workers} at once…`);
      return measure(product, requests, Array.from({ length: workers }), () => fetchOver(agent, url(), 'br'));
    };
    const kept = await take('the public page', () => page);
    let readers = 0;
    // Every address is a page of its own, which nobody has asked for before.
    const anew = await take('drawn anew', () => {
      readers += 1;
      return `${page}?reader=${readers}`;
    });
    return [
      ...figuresOf('Public page', kept),
      ...figuresOf('Public page, drawn anew', anew),
      {
        name: 'Public page: script tags',
        value: (await textOf(agent, page)).match(/<script/gi)?.length ?? 0,
        unit: 'tags',
        n: 1,
        promise: { most: 0 },
      },
      ...(hasBrowser() ? await weigh(page) : []),
    ];
  } finally {
    agent.destroy();
  }
}

export const page: Bench = {
  name: 'page',
  about: "The public page of the demo's award, compressed, for a visitor who is not signed in",
  run: async (say) => {
    const product = await makeProduct({ PLAUDIT_WEBS: '1', PLAUDIT_DEMO: 'on' });
    try {
      await product.start();
      return await measurePage(product, say);
    } finally {
      await product.stop();
    }
  },
};

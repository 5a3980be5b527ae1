/** A page asks the database as often for three rows as for one. Each is asked as its own loader asks, by whoever has most to see on it. */
import { RouterContextProvider } from 'react-router';
import { expect, test } from 'vitest';
import { type Visitor, visitorContext } from '#http/context.ts';
import { visitContext } from '#http/visit.ts';
import { quietVisit } from '#tests/support/http/quiet-visit.ts';
import '#main/slices.ts';
import type { Policy } from '#http/policy.ts';
import { ids, type PersonId } from '#platform/ids.ts';
import { configureProviders, configureSignIn, readProviders } from '#slices/people/index.ts';
import { resolveVisitor } from '#slices/programmes/index.ts';
import routes, { policies } from '../../src/routes.ts';
import { testDatabase } from '../support/database.ts';
import { temporaryFolder } from '../support/folders.ts';
import { dates, foundedWorld } from '../support/season.ts';
import { addressOf } from './pages/addresses.ts';
import { aFair, type Fair, signedIn } from './pages/fair.ts';
import { statementsOf } from './pages/statements.ts';

type Loader = (args: {
  request: Request;
  params: Record<string, string>;
  context: RouterContextProvider;
  pattern: string;
}) => Promise<unknown>;

const database = await testDatabase();
const folder = temporaryFolder('fair');
configureSignIn({
  secret: 'a secret that only tests use, 32 characters or more',
  secure: false,
  keepsMail: true,
  url: 'http://localhost:3000',
});
configureProviders(readProviders('docs/examples/providers.yaml'));
const [one, three] = [await aFair(await foundedWorld(database), 1, folder), await aFair(await foundedWorld(database), 3, folder)];
await database.setClock(dates.afterJudging);

/** Who has most to see behind each policy. */
function readerOf({ people }: Fair, policy: Policy | undefined): PersonId | undefined {
  switch (policy) {
    case 'signed-in':
    case 'entrant':
      return people.owner;
    case 'judge':
      return people.judge;
    case 'manager':
    case 'operator':
      return people.administrator;
    default:
      return undefined;
  }
}

async function visitorOf(fair: Fair, person: PersonId | undefined): Promise<Visitor> {
  const { log } = fair.asVisitor();
  const token = person && (await signedIn(fair, person));
  return resolveVisitor(database.app, { organisation: fair.organisation, token, log, ids, arrived: performance.now() });
}

async function loaderOf(file: string): Promise<Loader | undefined> {
  const module = (await import(new URL(`../../src/${file}`, import.meta.url).href)) as { loader?: Loader };
  return module.loader;
}

const paramsOf = (pattern: string, address: string) =>
  Object.fromEntries(
    pattern
      .split('/')
      .map((part, i) => [part, address.split('/')[i] ?? ''] as const)
      .filter(([part]) => part.startsWith(':'))
      .map(([part, value]) => [part.slice(1), value]),
  );

/** A statement without what differs from one reader to the next: lists of parameters, and claims. */
const shapeOf = (statement: string) => statement.replaceAll(/\$\d+(?:, \$\d+)*/g, '$').replaceAll(/'[0-9a-f-]{36}'/g, "'…'");

/** Whoever has nothing to do on a page is led on; how often it asked for that counts all the same. */
async function loaded(work: () => Promise<unknown>): Promise<unknown> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Response)) throw error;
    return error;
  }
}

/** What is written while it is sent goes on asking when its loader has answered: that is let end, so that the next page is asked alone. */
async function ended(answer: unknown): Promise<void> {
  if (answer instanceof Response && !answer.bodyUsed) await answer.arrayBuffer().catch(() => undefined);
}

async function asked(fair: Fair, pattern: string, loader: Loader): Promise<string[]> {
  const address = addressOf(pattern, fair.places);
  const context = new RouterContextProvider();
  context.set(visitorContext, await visitorOf(fair, readerOf(fair, policies.get(pattern))));
  context.set(visitContext, quietVisit);
  const request = new Request(`http://localhost${address}`, { signal: AbortSignal.timeout(50) });
  const args = { request, params: paramsOf(pattern, address), context, pattern };
  let answer: unknown;
  const statements = await statementsOf(database.app.pool, async () => {
    answer = await loaded(() => loader(args));
  });
  await ended(answer);
  return statements.map(shapeOf);
}

const pages = await Promise.all(routes.map(async ({ path = '', file }) => ({ pattern: `/${path}`, loader: await loaderOf(file) })));

for (const { pattern, loader } of pages) {
  if (!loader) continue;
  test(`${pattern} asks as often for three rows as for one`, async () => {
    const [few, many] = [await asked(one, pattern, loader), await asked(three, pattern, loader)];
    expect(many).toEqual(few);
  });
}

test('a loop that asks once for each row is found', async () => {
  const loop = (rows: number) =>
    statementsOf(database.app.pool, async () => {
      for (let i = 0; i < rows; i += 1) await database.app.pool.query('select 1');
    });
  expect([(await loop(1)).length, (await loop(3)).length]).toEqual([1, 3]);
});

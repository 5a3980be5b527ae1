/** Secrets and people pushed through every door, and nothing of them in any log: of the web, of the jobs, of the database server. */
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import '#main/slices.ts';
import { ensureBuild } from '#platform/processes/build.server.ts';
import { startJobs } from '#platform/queue/jobs.server.ts';
import { configureMail } from '#slices/messages/index.ts';
import { requestLink } from '#slices/people/index.ts';
import { eventually, type Running, run } from '#tests/support/child.ts';
import { testDatabase } from '#tests/support/database.ts';
import { temporaryFolder } from '#tests/support/folders.ts';
import { freePort } from '#tests/support/free-port.ts';
import { dates, foundedWorld } from '#tests/support/season.ts';
import { policies } from '../../../src/routes.ts';
import { aFair, signedIn } from '../pages/fair.ts';

const root = resolve(import.meta.dirname, '../../..');
/** Each is unlike anything the product says by itself. */
const canaries = {
  password: 'Tr0ub4dor-canary-password',
  token: 'CanaryToken0aXy91kLmN8RtUwBcDeFgHiJkLmNoPqR',
  cookie: 'CanaryCookie0aXy91kLmN8RtUwBcDeFgHiJkLmNoPq',
  bearer: 'CanaryBearer0aXy91kLmN8RtUwBcDeFgHiJkLmNoPq',
  email: 'canary.person@canary-house.example',
  name: 'Canaria Quillfeather',
} as const;

const database = await testDatabase();
const dataFolder = temporaryFolder('logs');
const fair = await aFair(await foundedWorld(database), 1, dataFolder);
let web: Running | undefined;
let home = '';

beforeAll(async () => {
  await ensureBuild(root, () => undefined);
  const port = await freePort();
  home = `http://localhost:${port}`;
  await database.owner.pool.query('update directory.organisations set host = $1 where id = $2', [`localhost:${port}`, fair.organisation]);
  await database.setClock(dates.afterJudging);
  const settings = { PORT: String(port), PLAUDIT_URL: home, PLAUDIT_DATA: dataFolder, PLAUDIT_LOG: 'debug', NODE_ENV: 'production' };
  const own = { PLAUDIT_APP_DATABASE_URL: database.urls.app, PLAUDIT_SECRET: 'a secret that only tests use, 32 characters or more' };
  web = run(process.execPath, ['src/cli/main.ts', 'web'], { ...settings, ...own });
  const serves = () =>
    fetch(`${home}/healthz/ready`)
      .then(({ ok }) => ok)
      .catch(() => false);
  for (const deadline = performance.now() + 90_000; !(await serves()); await sleep(100))
    if (performance.now() > deadline) throw new Error(`the web process does not serve:\n${web.output()}`);
}, 180_000);
afterAll(async () => {
  web?.child.kill('SIGTERM');
  await web?.exited;
});

/** Every field any form has, filled with what must not be seen; `act` names come from the pages themselves. */
const fields = {
  email: canaries.email,
  password: canaries.password,
  name: canaries.name,
  token: canaries.token,
  title: canaries.name,
  to: `/${canaries.token}`,
};

async function actsOn(path: string, cookie: string): Promise<string[]> {
  const page = await fetch(`${home}${path}`, { headers: { cookie }, redirect: 'manual' }).then((answer) => answer.text());
  return [...new Set([...page.matchAll(/name="_act" value="([^"]+)"/g)].map(([, act = '']) => act))];
}

const addressOf = (pattern: string) => pattern.replaceAll(/:[a-z]+/gi, canaries.token);

/** The forms that were really there to be filled. */
const pushed = new Set<string>();

async function push(path: string, cookie: string): Promise<void> {
  const headers = { cookie, authorization: `Bearer ${canaries.bearer}`, 'user-agent': canaries.name, origin: home };
  const query = `?email=${encodeURIComponent(canaries.email)}&q=${canaries.token}`;
  await fetch(`${home}${path}${query}`, { headers, redirect: 'manual' }).then((answer) => answer.body?.cancel());
  const acts = await actsOn(path, cookie);
  for (const act of acts) pushed.add(`${path} ${act}`);
  for (const act of [...acts, 'no-such-act']) {
    const body = new URLSearchParams({ ...fields, _act: act, _key: canaries.token });
    await fetch(`${home}${path}`, { method: 'POST', headers, body, redirect: 'manual' }).then((answer) => answer.body?.cancel());
    const form = new FormData();
    for (const [field, value] of Object.entries({ ...fields, _act: act, _key: canaries.token })) form.set(field, value);
    form.set('file', new File([canaries.password], `${canaries.name}.txt`));
    await fetch(`${home}${path}`, { method: 'POST', headers, body: form, redirect: 'manual' }).then((answer) => answer.body?.cancel());
  }
}

const seenIn = (text: string) => Object.entries(canaries).filter(([, canary]) => text.includes(canary));

it('what is sent to every address of the web process stands in no line of its log', async () => {
  const session = await signedIn(fair, fair.people.administrator);
  for (const cookie of [`plaudit=${canaries.cookie}`, `plaudit=${session}; other=${canaries.cookie}`])
    for (const pattern of policies.keys()) await push(addressOf(pattern), cookie);
  // A fault nobody meant: the database is asked for something it does not have any more.
  await database.owner.pool.query('alter table directory.sessions rename to sessions_away');
  try {
    for (const pattern of ['/sign-in', '/link/:token', '/home']) await push(addressOf(pattern), `plaudit=${canaries.cookie}`);
  } finally {
    await database.owner.pool.query('alter table directory.sessions_away rename to sessions');
  }
  const said = web?.output() ?? '';
  expect(said.split('\n').filter((line) => line.includes('a fault nobody meant')).length).toBeGreaterThan(0);
  expect(pushed.size).toBeGreaterThan(5);
  expect(seenIn(said)).toEqual([]);
}, 240_000);

it('a mail that its server refuses is logged without its recipient and what the server said of them', async () => {
  const lines: string[] = [];
  const write = (facts: object, message: string) => void lines.push(JSON.stringify({ ...facts, message }));
  const log = { debug: write, info: write, warn: write, error: write };
  configureMail({ smtpUrl: `smtp://${canaries.token}:${canaries.password}@127.0.0.1:9`, mailFrom: 'a@example.org', url: home });
  const working = await startJobs({ database: database.jobs, log, concurrency: 1 });
  try {
    await requestLink(fair.asVisitor(), { email: canaries.email, to: '/home', token: canaries.token });
    await eventually('a try has failed', () => lines.some((line) => line.includes('a mail was not taken')));
    await sleep(200);
  } finally {
    await working.stop();
    configureMail({ smtpUrl: undefined, mailFrom: 'a@example.org', url: home });
  }
  expect(seenIn(lines.join('\n'))).toEqual([]);
});

it('a canary that is logged is found', () => {
  expect(seenIn(`{"path":"/link/${canaries.token}"}`).map(([name]) => name)).toEqual(['token']);
});

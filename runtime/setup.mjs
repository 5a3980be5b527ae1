/**
 * Installs what Plaudit runs on: first the pinned Node (this folder), then, with that Node first on PATH, the packages.
 * Run by ../plaudit with any Node from 20 on when the stamp is missing or says something else; so it is plain JavaScript.
 *
 *   node setup.mjs STATE production|full
 *
 * The stamp is taken away first and written last, so an installation cut short is noticed and made anew. A whole one is
 * changed in place: another Plaudit that runs from this checkout keeps its packages under its feet.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, statfsSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { explain, Obstacle } from './obstacles.mjs';
import { takeTurn } from './turn.mjs';

const runtime = dirname(fileURLToPath(import.meta.url));
const root = dirname(runtime);
const [state = '', wanted = 'production'] = process.argv.slice(2);
const pinnedNode = join(runtime, 'node_modules/.bin/node');
const oldestNode = 20;
const megabytes = { production: 700, full: 900 };

const say = (line) => process.stderr.write(`${line}\n`);
const stampOf = (folder) => join(folder, 'node_modules/.plaudit-installed');

function readStamp(folder) {
  try {
    return readFileSync(stampOf(folder), 'utf8').trim();
  } catch {
    return undefined;
  }
}

/** Changes with Node alone, so that a new package does not bring a new Node. */
function runtimeState() {
  const lock = readFileSync(join(runtime, 'package-lock.json'));
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform} ${process.arch}`;
}

/** npm leaves no room for its cache where the user has no home, as nobody or a service does not. */
function npmEnvironment() {
  const env = { ...process.env, PATH: [dirname(pinnedNode), process.env.PATH].join(delimiter) };
  for (const name of ['npm_config_local_prefix', 'npm_config_omit', 'npm_config_include', 'NODE_ENV']) delete env[name];
  const cache = env.npm_config_cache ?? join(homedir(), '.npm');
  try {
    accessSync(existsSync(cache) ? cache : dirname(cache), constants.W_OK);
  } catch {
    env.npm_config_cache = join(root, '.cache/npm');
  }
  return env;
}

/** Shows that it goes on: seconds on the same line at a terminal, a line now and then elsewhere. */
function progress(what) {
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  const terminal = process.stderr.isTTY;
  if (!terminal) say(`  ${what} …`);
  const timer = setInterval(
    () => (terminal ? process.stderr.write(`\r  ${what} … ${seconds()} s`) : say(`  ${what} … ${seconds()} s`)),
    terminal ? 1000 : 15_000,
  );
  return (outcome) => {
    clearInterval(timer);
    say(`${terminal ? '\r' : ''}  ${what}: ${outcome} (${seconds()} s)`);
  };
}

function npm(args, folder) {
  return new Promise((done) => {
    const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error', '--prefer-offline'];
    const child = spawn('npm', [...args, ...quiet], { cwd: folder, env: npmEnvironment(), stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const take = (chunk) => {
      output += chunk;
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', (error) => done({ ok: false, output: error.message, missing: error.code === 'ENOENT' }));
    child.on('close', (code) => done({ ok: code === 0, output, missing: false }));
  });
}

/** A whole installation is changed in place, a missing or half-finished one made anew. */
async function install(folder, what, which, stamp) {
  const before = readStamp(folder);
  const whole = before !== undefined;
  rmSync(stampOf(folder), { force: true });
  const chosen = which === 'production' ? '--omit=dev' : '--include=dev';
  const finish = progress(what);
  let result = await npm(whole ? ['install', '--no-save', chosen] : ['ci', chosen], folder);
  // A registry that lags with one platform's build of a package makes npm drop it from the lock and then miss it there.
  if (!result.ok && /code EUSAGE/.test(result.output)) result = await npm(['install', '--no-save', chosen], folder);
  finish(result.ok ? 'done' : 'failed');
  // An npm that gives up puts back what was there: it is as whole as before, and the next try is in place again.
  if (!result.ok && whole) writeFileSync(stampOf(folder), `${before}\n`);
  if (!result.ok) throw explain(result, folder);
  mkdirSync(join(folder, 'node_modules'), { recursive: true });
  writeFileSync(stampOf(folder), `${stamp}\n`);
}

function runs(node) {
  return spawnSync(node, ['--version'], { stdio: 'ignore' }).status === 0;
}

/** The pinned Node where there is a build of it; elsewhere the one that is here, when it is new enough. */
async function installNode() {
  const pinned = JSON.parse(readFileSync(join(runtime, 'package.json'), 'utf8')).optionalDependencies;
  const [version] = Object.values(pinned);
  if (`node-${process.platform}-${process.arch}` in pinned) {
    await install(runtime, `1/2 Node.js ${version}`, 'production', runtimeState());
    if (runs(pinnedNode)) return;
    rmSync(stampOf(runtime), { force: true });
  }
  if (Number(process.versions.node.split('.')[0]) < Number(version.split('.')[0])) throw new Obstacle('machine', { version });
  rmSync(pinnedNode, { force: true });
  mkdirSync(dirname(pinnedNode), { recursive: true });
  symlinkSync(process.execPath, pinnedNode);
}

function checkGround() {
  if (Number(process.versions.node.split('.')[0]) < oldestNode) throw new Obstacle('oldNode', { found: process.versions.node });
  for (const folder of [root, runtime]) {
    try {
      accessSync(folder, constants.W_OK);
    } catch {
      throw new Obstacle('notWritable', { folder });
    }
  }
  const { bavail, bsize } = statfsSync(root);
  const free = Math.floor((bavail * bsize) / 1024 ** 2);
  if (free < megabytes[wanted]) throw new Obstacle('noSpace', { folder: root, needed: megabytes[wanted], free });
}

const isDone = () => [`${state} full`, `${state} ${wanted}`].includes(readStamp(root)) && existsSync(pinnedNode);

async function setUp() {
  const release = await takeTurn(`plaudit set-up ${resolve(root)}`, (pid) =>
    say(`Process ${pid} is setting Plaudit up already; waiting for it…`),
  );
  try {
    if (isDone()) return;
    checkGround();
    const before = readStamp(root);
    if (before === undefined && existsSync(join(root, 'node_modules')))
      say('An earlier set-up did not finish or was not ours; making it anew.');
    say(`Plaudit sets itself up${before === undefined ? ' (once, about a minute)' : ''}:`);
    if (readStamp(runtime) !== runtimeState() || !runs(pinnedNode)) await installNode();
    const which = before?.endsWith(' full') ? 'full' : wanted;
    const what = which === 'full' ? "2/2 packages with the developers' tools" : '2/2 packages';
    await install(root, what, which, `${state} ${which}`);
  } finally {
    release();
  }
}

try {
  await setUp();
} catch (error) {
  if (!(error instanceof Obstacle)) throw error;
  say(`\nplaudit: ${error.message}`);
  process.exitCode = error.exitCode;
}

/** What can be seen without the database: Node, packages, build, data folder, secret, mail settings. */
import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { root } from '#main/children.ts';
import { type Config, readSecret } from '#platform/config.server.ts';
import { freeSpace } from '#platform/data-folder.server.ts';
import { isCurrent } from '#platform/processes/build.server.ts';
import { wordsFor } from '#words/index.ts';
import { type Finding, fault, ok, warning } from './finding.ts';

const { doctor: words } = wordsFor('en');
const megabyte = 1024 * 1024;
const fullBelow = 256;
const scarceBelow = 1024;

function node(): Finding {
  const text = readFileSync(resolve(root, 'runtime/package.json'), 'utf8');
  const [pinned = ''] = Object.values((JSON.parse(text) as { optionalDependencies: Record<string, string> }).optionalDependencies);
  const running = process.versions.node;
  return running === pinned ? ok('node', running) : warning('node', words.otherNode(running, pinned), words.useLauncher);
}

function packages(): Finding {
  const whole = existsSync(resolve(root, 'node_modules/.plaudit-installed'));
  return whole ? ok('packages', words.installed) : fault('packages', words.notInstalled, words.useLauncher);
}

function build(): Finding {
  return isCurrent(root) ? ok('build', words.built) : warning('build', words.notBuilt, words.buildFollows);
}

/** Files only their owner may read; a group or the world that can is a leak. */
function openToOthers(files: readonly string[]): string[] {
  return files.filter((file) => existsSync(file) && (statSync(file).mode & 0o077) !== 0);
}

function dataFolder(config: Config): Finding[] {
  const folder = config.dataFolder;
  if (!existsSync(folder)) return [warning('data.folder', words.noFolder(folder), words.startMakesIt)];
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    return [fault('data.folder', words.closedFolder(folder), words.openFolder(folder))];
  }
  const secrets = ['secret', 'postgres/superuser.password', 'postgres/owner.password'].map((name) => resolve(folder, name));
  const leaks = openToOthers(secrets);
  const free = Math.floor(freeSpace(folder) / megabyte);
  const space =
    free < fullBelow
      ? fault('data.space', words.space(free), words.makeRoom(folder))
      : free < scarceBelow
        ? warning('data.space', words.space(free), words.makeRoom(folder))
        : ok('data.space', words.space(free));
  return [leaks.length === 0 ? ok('data.folder', folder) : fault('data.folder', words.readable(leaks), words.closeFiles(leaks)), space];
}

function secret(config: Config): Finding {
  const found = readSecret(config);
  if (found === undefined) {
    const started = existsSync(config.dataFolder);
    return (started ? fault : warning)('secret', words.noSecret, words.whereSecret);
  }
  return found.length < 32 ? fault('secret', words.shortSecret, words.whereSecret) : ok('secret', words.hasSecret);
}

function mail(config: Config): Finding {
  if (config.smtpUrl !== undefined) return ok('mail', words.mailBy(new URL(config.smtpUrl).host));
  return warning('mail', words.mailKept, words.setMail);
}

export function checkMachine(config: Config): Finding[] {
  return [node(), packages(), build(), ...dataFolder(config), secret(config), mail(config)];
}

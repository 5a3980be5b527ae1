/** The system packages the suite and the nights need. Root installs what is missing; anybody else is told the one command that does. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';

export type SystemPackage = { readonly name: string; readonly program: string; readonly whatFor: string };

/** The shell draws what the browser draws, for less: it has no window to keep. */
export const chromium: SystemPackage = {
  name: 'chromium-headless-shell',
  program: process.env.PLAUDIT_CHROMIUM ?? '/usr/bin/chromium-headless-shell',
  whatFor: 'the journeys in a browser',
};
export const postgres15: SystemPackage = {
  name: 'postgresql-15',
  program: '/usr/lib/postgresql/15/bin/postgres',
  whatFor: 'the smoke run on the oldest supported PostgreSQL',
};
/** No database of signatures is downloaded: the test brings one of its own, of one harmless word. */
export const clamav: SystemPackage = {
  name: 'clamav-daemon',
  program: '/usr/sbin/clamd',
  whatFor: 'files looked at by a real virus scanner',
};
const python3: SystemPackage = {
  name: 'python3',
  program: '/usr/bin/python3',
  whatFor: 'the recount in a second language',
};

function isInstalled({ program }: SystemPackage): boolean {
  try {
    accessSync(program, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** PostgreSQL's package makes and starts a cluster of its own unless it is told first; the suite wants the programs only. */
const noCluster = `mkdir -p /etc/postgresql-common && { [ -e /etc/postgresql-common/createcluster.conf ] ||
  echo 'create_main_cluster = false' > /etc/postgresql-common/createcluster.conf; }`;

function installCommand(missing: readonly SystemPackage[]): string {
  return `apt-get update && apt-get install -y --no-install-recommends ${missing.map(({ name }) => name).join(' ')}`;
}

/** Installs as root, quietly; what apt said is shown only when it failed. */
function install(missing: readonly SystemPackage[]): void {
  const quiet = installCommand(missing).replaceAll('apt-get', 'apt-get -qq -o Dpkg::Options::=--force-confold');
  const script = `${missing.includes(postgres15) ? `${noCluster} && ` : ''}${quiet}`;
  const { status, stdout, stderr } = spawnSync('sh', ['-c', script], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    encoding: 'utf8',
  });
  if (status !== 0) console.log(`  apt-get failed:\n${stdout}${stderr}`);
}

/** What every run of the suite needs, and what the chosen stages need besides. */
const packagesFor = (needed: readonly SystemPackage[]) => [...new Set([chromium, postgres15, python3, ...needed])];

/** What is still missing afterwards; the tests that need it are skipped. */
export function ensurePackages(needed: readonly SystemPackage[], say: (line: string) => void): readonly SystemPackage[] {
  const missing = packagesFor(needed).filter((one) => !isInstalled(one));
  if (missing.length === 0) return [];
  const names = missing.map(({ name, whatFor }) => `${name} (${whatFor})`).join(' and ');
  if (process.getuid?.() !== 0) {
    say(`Not installed: ${names}. Those tests are skipped. To run them: sudo sh -c '${installCommand(missing)}'`);
    return missing;
  }
  say(`Installing ${names} …`);
  install(missing);
  return missing.filter((one) => !isInstalled(one));
}

/** No container engine and no service manager runs here, so the deployment files are read, linted and held to what the product promises. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { validate } from 'dockerfile-utils';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { settings } from '#platform/config.server.ts';
import { commands } from '../../src/cli/commands.ts';

const root = resolve(import.meta.dirname, '../..');
const read = (name: string) => readFileSync(join(root, name), 'utf8');

/** Complaints of the linter, and what it does not look for. */
function faultsOfDockerfile(text: string): string[] {
  const faults = validate(text).map(({ message, range }) => `line ${range.start.line + 1}: ${JSON.stringify(message)}`);
  const lines = text.split('\n');
  const stage = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));
  const has = (pattern: RegExp) => stage.some((line) => pattern.test(line));
  const images = lines.filter((line) => line.startsWith('FROM ')).map((line) => line.split(' ')[1] ?? '');
  for (const image of images) if (!/:[\w.-]+$/.test(image) || image.endsWith(':latest')) faults.push(`${image} names no version`);
  if (!has(/^USER [1-9]\d*/)) faults.push('the last stage runs as root or by a name');
  if (!has(/^ENTRYPOINT \["\/usr\/bin\/tini", "--", /)) faults.push('nothing reaps the dead');
  for (const word of ['HEALTHCHECK', 'VOLUME', 'EXPOSE', 'STOPSIGNAL SIGTERM']) if (!has(new RegExp(`^${word}`))) faults.push(`no ${word}`);
  return faults;
}

type Service = {
  readonly image?: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes?: readonly string[];
  readonly ports?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: { readonly test?: unknown; readonly disable?: boolean };
  readonly [other: string]: unknown;
};
type Compose = { readonly services: Readonly<Record<string, Service>>; readonly volumes: Readonly<Record<string, unknown>> };

const conditions = ['service_healthy', 'service_completed_successfully'];

function faultsOfCompose(text: string): string[] {
  const { services, volumes } = parse(text, { merge: true }) as Compose;
  const faults: string[] = [];
  for (const [name, service] of Object.entries(services)) {
    for (const volume of service.volumes ?? []) {
      const [source = ''] = volume.split(':');
      if (!source.startsWith('.') && !(source in volumes)) faults.push(`${name}: volume ${source} is not declared`);
    }
    for (const [other, { condition }] of Object.entries(service.depends_on ?? {})) {
      if (!(other in services)) faults.push(`${name} waits for ${other}, which is not there`);
      if (!conditions.includes(condition)) faults.push(`${name} does not wait until ${other} serves`);
    }
    if (service.image !== 'plaudit') continue;
    const [command = ''] = service.command ?? [];
    if (!commands.some((known) => known.name === command)) faults.push(`${name}: ./plaudit has no command ${command}`);
    for (const variable of Object.keys(service.environment ?? {}))
      if (!(variable in settings)) faults.push(`${name}: no setting ${variable}`);
    if (command !== 'migrate' && /:[^/]*@/.test(service.environment?.DATABASE_URL ?? '')) faults.push(`${name} knows the owner's password`);
    for (const key of ['read_only', 'cap_drop', 'security_opt', 'restart', 'stop_grace_period'])
      if (!(key in service)) faults.push(`${name}: no ${key}`);
  }
  return faults;
}

describe('the deployment files', () => {
  it('Dockerfile: linted, not root, with an init and a health check', () => {
    const text = read('deploy/Dockerfile');
    expect(faultsOfDockerfile(text)).toEqual([]);
    const bad = text
      .replace(/^USER .*$/m, 'USER root')
      .replace('EXPOSE 3000', 'EXPOSE nothing')
      .replace('node:24-bookworm-slim', 'node:latest');
    expect(faultsOfDockerfile(bad).length).toBe(3);
  });

  it('Dockerfile: every path it runs is in the checkout, and the context leaves out what is private or made here', () => {
    const text = read('deploy/Dockerfile');
    for (const [, path = ''] of text.matchAll(/"\/opt\/plaudit\/((?:deploy|plaudit)[^"]*)"/g)) expect(() => read(path)).not.toThrow();
    const ignored = read('.dockerignore').split('\n');
    expect(ignored).toEqual(expect.arrayContaining(['.git', 'data', 'deploy/.env', 'node_modules', 'runtime/node_modules', 'build']));
  });

  it('compose.yaml: web and jobs stand apart, wait for the migration, and do not know the owner', () => {
    const text = read('deploy/compose.yaml');
    expect(faultsOfCompose(text)).toEqual([]);
    const { services } = parse(text, { merge: true }) as Compose;
    expect(Object.keys(services)).toEqual(['database', 'migrate', 'web', 'jobs']);
    const bad = text.replace('command: [jobs]', 'command: [job]').replace('  files:\n', '').replace('service_healthy', 'service_started');
    expect(faultsOfCompose(bad).length).toBeGreaterThan(3);
  });

  it('compose.yaml: what it asks of the operator is in the example', () => {
    const asked = [...read('deploy/compose.yaml').matchAll(/\$\{(\w+)/g)].map(([, name]) => name);
    const given = read('deploy/.env.example').match(/^\w+(?==)/gm);
    expect(new Set(asked)).toEqual(new Set(given));
  });

  it('plaudit.service: understood by systemd where there is one, and stopped in order', () => {
    const text = read('deploy/plaudit.service');
    for (const line of [
      'ExecStart=/opt/plaudit/plaudit start',
      'ExecReload=/bin/kill -HUP $MAINPID',
      'KillMode=mixed',
      'User=plaudit',
      'Restart=always',
    ])
      expect(text.split('\n')).toContain(line);
    const folder = mkdtempSync(join(tmpdir(), 'plaudit-unit-'));
    const copy = join(folder, 'plaudit.service');
    const verify = (unit: string) => {
      writeFileSync(copy, unit.replaceAll('/opt/plaudit/plaudit', join(root, 'plaudit')));
      const { stderr, error } = spawnSync('systemd-analyze', ['verify', copy], { encoding: 'utf8' });
      return error === undefined ? stderr.replaceAll(copy, 'unit').trim() : undefined;
    };
    const clean = verify(text);
    const faulty = verify(text.replace('KillMode=mixed', 'KillMode=gently'));
    // Both undefined where there is no systemd.
    expect([clean, faulty?.replace(/^unit:\d+: /, '').split(',')[0]]).toEqual(
      clean === undefined ? [undefined, undefined] : ['', 'Failed to parse kill mode specification'],
    );
    rmSync(folder, { recursive: true });
  });
});

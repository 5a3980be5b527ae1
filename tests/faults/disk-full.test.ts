/** A small disk that fills up: files are refused first, rows are saved until the last, the reserve is given up, and nothing saved is lost. */
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import '#main/slices.ts';
import { lookAtDisk } from '#main/watching/ballast.ts';
import { freeSpace, isRoot } from '#platform/data-folder.server.ts';
import { migrate } from '#platform/database/migrate.server.ts';
import { ensureRoles, roleUrl } from '#platform/database/roles.server.ts';
import { openDatabase } from '#platform/database/transaction.server.ts';
import { configureFiles, keepFile } from '#platform/files.server.ts';
import { ids, type OrganisationId } from '#platform/ids.ts';
import { startEmbedded } from '#platform/postgres/embedded.server.ts';
import { addPerson, foundOrganisation } from '#slices/people/index.ts';
import { asSystem } from '#tests/support/contexts.ts';
import { temporaryFolder } from '#tests/support/folders.ts';
import { refusalCode } from '#tests/support/refusal.ts';

const megabyte = 2 ** 20;
const secret = 'a secret that only tests use, 32 characters or more';
const mounted = temporaryFolder('small-disk');

/** Only root may make a disk; elsewhere this shows nothing, and says so. */
function smallDisk(): boolean {
  if (!isRoot()) return false;
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=400m,mode=0755', 'plaudit-test', mounted], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
const there = smallDisk();
afterAll(() => {
  if (there) execFileSync('umount', ['-l', mounted]);
  rmSync(mounted, { recursive: true, force: true });
});

/** Leaves so much free, with junk of other programs. */
function fillUpTo(free: number, name: string): void {
  const bytes = freeSpace(mounted) - free;
  if (bytes > 0) writeFileSync(join(mounted, name), Buffer.alloc(bytes, 1));
}

it.runIf(there)(
  'a disk that fills up refuses files before rows, gives its reserve up, and loses nothing that was saved',
  async () => {
    const folder = join(mounted, 'data');
    const server = await startEmbedded(folder, () => undefined);
    chmodSync(mounted, 0o755);
    await ensureRoles(server.ownerUrl, secret);
    await migrate(server.ownerUrl);
    const app = openDatabase(roleUrl(server.ownerUrl, secret, 'app'), { max: 2, name: 'disk' });
    const organisation = ids.next<OrganisationId>();
    const disk = { dataFolder: folder, diskLimit: 100 * megabyte, ballast: 40 * megabyte };
    configureFiles(folder, disk.diskLimit);
    const saved: string[] = [];
    const save = async () => {
      const email = `${ids.random()}@people.example`;
      await addPerson(asSystem(app, organisation), { email, name: 'Nadia Wren' });
      saved.push(email);
    };
    const upload = () => keepFile(organisation, Buffer.from(ids.random()));
    try {
      await foundOrganisation(asSystem(app, organisation), { slug: 'hall', name: 'The Hall' });
      expect(await lookAtDisk(disk)).toBe('put-back');
      await upload();

      // Below the limit: no new file, and all else as always.
      fillUpTo(60 * megabyte, 'junk');
      expect(await refusalCode(upload())).toBe('files.no-room');
      await save();
      expect(await lookAtDisk(disk)).toBe('nothing');

      // Nearly full: the reserve goes, and there is room again for rows.
      fillUpTo(2 * megabyte, 'more-junk');
      expect([await lookAtDisk(disk), existsSync(join(folder, 'ballast'))]).toEqual(['given-up', false]);
      expect(freeSpace(mounted)).toBeGreaterThan(30 * megabyte);
      await save();

      // Full: saves are refused in words, what was saved is read, and after room was made it goes on.
      fillUpTo(0, 'all-junk');
      let refused = '';
      for (let i = 0; i < 3_000 && refused === ''; i += 1)
        await save().catch(async (error: unknown) => {
          refused = await refusalCode(Promise.reject(error));
        });
      expect(refused).toMatch(/^general\.(busy|unknown-outcome)$/);
      for (const name of ['junk', 'more-junk', 'all-junk']) rmSync(join(mounted, name), { force: true });
      for (let i = 0; i < 200; i += 1) {
        const again = await save().then(
          () => true,
          () => false,
        );
        if (again) break;
        await new Promise((next) => setTimeout(next, 100));
      }
      const { rows } = await app.pool.query<{ email: string }>('select email from directory.people');
      const kept = new Set(rows.map(({ email }) => email));
      expect(saved.filter((email) => !kept.has(email))).toEqual([]);
      expect(await lookAtDisk(disk)).toBe('put-back');
      await upload();
    } finally {
      await app.close();
      await server.stop();
    }
  },
  180_000,
);

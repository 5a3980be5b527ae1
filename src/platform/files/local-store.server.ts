/** Content in a folder: one folder an organisation, one file a hash. */
import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, link, mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { ContentStore } from './content-store.ts';
import { sync } from './sync.server.ts';

const succeeds = (act: Promise<unknown>) =>
  act.then(
    () => true,
    () => false,
  );

/** Content that lies here already is as young as its last sender: the sweep leaves it its whole time again. */
function renew(path: string): Promise<boolean> {
  const now = new Date();
  return succeeds(utimes(path, now, now));
}

async function modifiedAt(path: string): Promise<number> {
  return stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => Number.POSITIVE_INFINITY,
  );
}

const content = /^[0-9a-f]{64}$/;
/** Taken out of its place to be deleted; put back if it turns out that somebody sent it at that moment. */
const aside = /^\.swept-([0-9a-f]{64})$/;
/** Half a file, of a process that was killed while it wrote. */
const unfinished = /^\.[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** What a sweep that was killed had in its hand goes back to its place, to be judged like everything else. */
async function tidyUp(folder: string, names: readonly string[], before: number): Promise<void> {
  for (const name of names) {
    const hash = aside.exec(name)?.[1];
    if (hash !== undefined) await rename(join(folder, name), join(folder, hash)).catch(() => undefined);
    else if (unfinished.test(name) && (await modifiedAt(join(folder, name))) < before) await rm(join(folder, name), { force: true });
  }
}

export function localStore(root: string): ContentStore {
  const folderOf = (organisation: string) => join(root, organisation);
  const pathOf = (organisation: string, sha256: string) => join(folderOf(organisation), sha256);
  return {
    keep: async (organisation, path, { sha256 }) => {
      const place = pathOf(organisation, sha256);
      if (await renew(place)) return;
      await mkdir(folderOf(organisation), { recursive: true, mode: 0o750 });
      const draft = join(folderOf(organisation), `.${randomUUID()}`);
      try {
        // A second name for the bytes; where the folders lie on two disks, a second set of them.
        await link(path, draft).catch(() => copyFile(path, draft));
        await sync(draft);
        await rename(draft, place);
        // Of two names of one file a rename leaves both.
        await rm(draft, { force: true });
        await renew(place);
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
      // Makes the rename outlive a power cut.
      await sync(folderOf(organisation));
    },
    size: (organisation, sha256) =>
      stat(pathOf(organisation, sha256)).then(
        ({ size }) => size,
        () => undefined,
      ),
    open: async (organisation, sha256, span) => {
      const path = pathOf(organisation, sha256);
      if (!(await succeeds(stat(path)))) return undefined;
      return createReadStream(path, span && { start: span.from, end: span.to });
    },
    old: async (organisation, before) => {
      const folder = folderOf(organisation);
      const list = () => readdir(folder).catch(() => []);
      await tidyUp(folder, await list(), before);
      const old: string[] = [];
      for (const name of await list()) if (content.test(name) && (await modifiedAt(join(folder, name))) < before) old.push(name);
      return old;
    },
    drop: async (organisation, sha256, before) => {
      const [place, out] = [pathOf(organisation, sha256), join(folderOf(organisation), `.swept-${sha256}`)];
      if (!(await succeeds(rename(place, out)))) return false;
      const young = (await modifiedAt(out)) > before;
      if (young) await rename(out, place).catch(() => undefined);
      else await rm(out, { force: true });
      return !young;
    },
  };
}

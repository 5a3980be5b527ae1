/**
 * The reserve on the disk of the data folder: a file that takes room while there is plenty, and is given up when there is next to none.
 * A database whose disk is full stops every save; the reserve is the time in which somebody is told and makes room.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, rmSync, statSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '#platform/config.server.ts';
import { freeSpace } from '#platform/data-folder.server.ts';
import type { Say } from '#platform/say.server.ts';
import { wordsFor } from '#words/index.ts';

const { disk: words } = wordsFor('en');
const every = 2_000;
const piece = 2 ** 20;
/** Given up when so little of the limit is left: by then new files are refused for long, and rows alone fill the disk. */
const share = 4;

type Disk = Pick<Config, 'dataFolder' | 'ballast' | 'diskLimit'>;

const fileOf = (folder: string) => join(folder, 'ballast');
const sizeOf = (file: string) => (existsSync(file) ? statSync(file).size : 0);

/** Real bytes: a file of nothing takes no room where the disk is clever. */
async function fill(file: string, bytes: number): Promise<void> {
  const draft = `${file}.new`;
  const handle = await open(draft, 'w', 0o600);
  try {
    for (let written = 0; written < bytes; written += piece) await handle.write(randomBytes(piece));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, file);
}

/** One look: gives the reserve up, or puts it back once there is room for it twice over. Answers what it did. */
export async function lookAtDisk({ dataFolder, ballast, diskLimit }: Disk): Promise<'given-up' | 'put-back' | 'nothing'> {
  const file = fileOf(dataFolder);
  const free = freeSpace(dataFolder);
  if (free < diskLimit / share && sizeOf(file) > 0) {
    rmSync(file, { force: true });
    return 'given-up';
  }
  if (ballast > 0 && sizeOf(file) < ballast && free > 2 * diskLimit + ballast) {
    await fill(file, ballast).catch(async (error: unknown) => {
      await rm(`${file}.new`, { force: true });
      throw error;
    });
    return 'put-back';
  }
  return 'nothing';
}

/** Looks again and again until told to stop, and says what the operator has to know. */
export function watchDisk(disk: Disk, say: Say): () => void {
  let low = false;
  let looking = false;
  const look = async () => {
    if (looking) return;
    looking = true;
    try {
      const did = await lookAtDisk(disk);
      const free = freeSpace(disk.dataFolder);
      if (did === 'given-up') say(words.givenUp(disk.dataFolder));
      if (!low && free < disk.diskLimit) say(words.low(disk.dataFolder, Math.floor(free / 2 ** 20)));
      if (low && free >= disk.diskLimit) say(words.again(disk.dataFolder));
      low = free < disk.diskLimit;
    } catch {
      // A disk that cannot be asked is told by everything else.
    } finally {
      looking = false;
    }
  };
  void look();
  const timer = setInterval(() => void look(), every);
  timer.unref();
  return () => clearInterval(timer);
}

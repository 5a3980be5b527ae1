/** Folders for one test, in the machine's place for temporary ones. */
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Passable by others, unlike what mkdtemp makes: under root the embedded database runs as nobody inside it. */
export function temporaryFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `plaudit-${name}-`));
  chmodSync(folder, 0o711);
  return folder;
}

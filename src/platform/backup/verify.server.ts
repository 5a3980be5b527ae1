/** `backup verify`: everything is read and recomputed, nothing is written. */
import { type Backup, readBackup } from './read.server.ts';
import { RecordCheck } from './record-check.server.ts';

export type Verified = Backup & {
  readonly record: ReturnType<RecordCheck['end']>;
  /** A faithful copy of what was damaged before: content that was missing or changed, breaks of the record. */
  readonly damage: number;
};

/** @throws Problem those of reading */
export async function verifyBackup(file: string, passphrase: string, progress?: (bytes: number) => void): Promise<Verified> {
  const check = new RecordCheck();
  const backup = await readBackup(file, passphrase, {
    rows: (table, columns, piece) => check.take(table, columns, piece),
    ...(progress && { progress }),
  });
  const record = check.end();
  const missing = record.sealed === backup.contents.events ? 0 : 1;
  return { ...backup, record, damage: record.faults + missing + backup.contents.damaged.length };
}

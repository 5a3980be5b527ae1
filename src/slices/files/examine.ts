/** What a file is, looked at where it lies: by its content alone, within the limits of its kind, a picture drawn again. */
import { createHash } from 'node:crypto';
import { open, readFile, rm, stat } from 'node:fs/promises';
import type { MediaFacts } from '#core/media/facts.ts';
import { type Facts, type Problem, problem } from '#core/problems/problem.ts';
import { docxFault, pdfFault } from '#platform/files/documents.server.ts';
import { redraw } from '#platform/files/pictures.server.ts';
import { readVideo } from '#platform/files/video.server.ts';
import { contentStore, newStagingFile } from '#platform/files.server.ts';
import type { OrganisationId } from '#platform/ids.ts';
import { type MediaType, mayBeVideo, mediaTypeOf } from '#platform/media-type.ts';
import { byteLimits, type Kept } from './schemas.ts';

/** The last part of a path, as some browsers send one, without what only control codes could mean. */
export function plainFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const plain = last.replace(/[\p{Cc}\p{Cf}]/gu, '').trim();
  return (/^\.*$/.test(plain) ? '' : [...plain].slice(0, 100).join('')) || 'file';
}

/** A refusal that stands at the field files are chosen in. */
export function refused(code: Problem['code'], facts: Facts): Problem {
  return problem(code, facts, [{ path: 'file', code, facts }]);
}

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const head = Buffer.alloc(64);
    const { bytesRead } = await file.read(head, 0, head.length, 0);
    return head.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function kept(organisation: OrganisationId, path: string): Promise<Pick<Kept, 'sha256' | 'bytes'>> {
  const hash = createHash('sha256');
  let bytes = 0;
  const content = await open(path, 'r');
  try {
    // One piece of memory for all of it: what is thrown away is not collected before there is much of it.
    const piece = Buffer.alloc(256 * 1024);
    for (let read = -1; read !== 0; bytes += read) {
      read = (await content.read(piece, 0, piece.length, bytes)).bytesRead;
      hash.update(piece.subarray(0, read));
    }
  } finally {
    await content.close();
  }
  const file = { sha256: hash.digest('hex'), bytes };
  await contentStore().keep(organisation, path, file);
  return file;
}

type Seen = { readonly mediaType: MediaType; readonly facts: MediaFacts };

async function lookAtVideo(path: string, name: string): Promise<Seen> {
  const video = await readVideo(path);
  if (video === undefined) throw refused('files.video-unreadable', { name });
  return video;
}

async function lookAtDocument(path: string, name: string): Promise<Seen> {
  const content = await readFile(path);
  const mediaType = mediaTypeOf(content);
  if (mediaType === undefined) throw refused('entries.file-type-refused', { name });
  const fault =
    mediaType === 'application/pdf' ? pdfFault(content) : mediaType.startsWith('application/') ? await docxFault(content) : undefined;
  if (fault !== undefined) throw refused(fault.code, { name, ...('megabytes' in fault && { megabytes: fault.megabytes }) });
  return { mediaType, facts: {} };
}

async function keepPicture(organisation: OrganisationId, path: string, mediaType: 'image/png' | 'image/jpeg' | 'image/webp', name: string) {
  const drawn = await newStagingFile(organisation);
  try {
    const facts = await redraw(path, drawn, mediaType, name).catch((error: unknown) => {
      throw error instanceof Error && 'code' in error ? refused((error as Problem).code, (error as Problem).facts) : error;
    });
    return { name, mediaType, facts, ...(await kept(organisation, drawn)) };
  } finally {
    await rm(drawn, { force: true });
  }
}

/**
 * Looks at a whole file on this machine's disk and keeps its content; the file itself stays where it lies.
 * @throws Problem what is wrong with it, at the field `file`
 */
export async function examineAndKeep(organisation: OrganisationId, path: string, name: string): Promise<Kept> {
  const { size } = await stat(path);
  if (size === 0) throw refused('entries.file-empty', { name });
  const head = await headOf(path);
  const video = mayBeVideo(head);
  const limit = video ? byteLimits.video : byteLimits.document;
  if (size > limit) throw refused('entries.file-too-large', { name, bytes: size, limit });
  const type = video ? undefined : mediaTypeOf(head);
  if (type === 'image/png' || type === 'image/jpeg' || type === 'image/webp') return keepPicture(organisation, path, type, name);
  const { mediaType, facts } = video ? await lookAtVideo(path, name) : await lookAtDocument(path, name);
  return { name, mediaType, facts, ...(await kept(organisation, path)) };
}

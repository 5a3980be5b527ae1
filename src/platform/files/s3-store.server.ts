/**
 * Content in a store that speaks S3. Nothing a store says of itself is believed: what was written is read back and hashed before
 * anybody hears that it is kept. Only what every such store has is asked of it: no tags, no checksums of later years, no listing of parts.
 */
import { createHash } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import type { S3Client } from '@aws-sdk/client-s3';
import { problem } from '#core/problems/problem.ts';
import type { ContentStore, KeptFile } from './content-store.ts';

export type S3Settings = {
  /** Scheme and host. */
  readonly endpoint: string;
  readonly bucket: string;
  /** '' or a path that ends with a slash. */
  readonly prefix: string;
  readonly region: string;
  readonly key: string;
  readonly secret: string;
  /** Milliseconds without a byte after which an answer is given up. */
  readonly patience?: number;
};

const mebibyte = 1024 * 1024;
/** Up to here in one request; beyond in parts, of which a store takes ten thousand. */
const atOnce = 16 * mebibyte;
const partBytes = (bytes: number) => Math.max(8 * mebibyte, Math.ceil(bytes / 9_000));
/** What lies there for so long may be looked at by a sweep before our row is there: it is made young again. */
const young = 3_600_000;

type Sdk = typeof import('@aws-sdk/client-s3');
type Door = { readonly sdk: Sdk; readonly client: S3Client; readonly patience: number };

const usualPatience = 30_000;

/** Loaded where such a store is used, and nowhere else: it costs a fifth of a second and 20 MB. */
async function openDoor({ endpoint, region, key, secret, patience = usualPatience }: S3Settings): Promise<Door> {
  const sdk = await import('@aws-sdk/client-s3');
  const client = new sdk.S3Client({
    endpoint,
    region,
    forcePathStyle: true,
    credentials: { accessKeyId: key, secretAccessKey: secret },
    // Chunked signatures are not taken by most stores that are not Amazon's.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 3,
    // What the SDK calls a request's time-out is only a warning in its log.
    requestHandler: { connectionTimeout: 5_000, socketTimeout: patience },
  });
  return { sdk, client, patience };
}

function isMissing(error: unknown): boolean {
  const status = (error as { $metadata?: { httpStatusCode?: number } } | undefined)?.$metadata?.httpStatusCode;
  return status === 404;
}

/** What the store refuses or does not answer is one thing to whoever asks: it is away. */
async function reached<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw problem('files.store-away', { reason: error instanceof Error ? error.name : 'unknown' });
  }
}

async function needed<T>(work: Promise<T>): Promise<T> {
  const answer = await reached(work);
  if (answer === undefined) throw problem('files.store-away', { reason: 'NotFound' });
  return answer;
}

async function* partsOf(path: string, bytes: number): AsyncGenerator<{ readonly number: number; readonly body: Buffer }> {
  const size = partBytes(bytes);
  const file = await open(path, 'r');
  try {
    for (let number = 1, at = 0; at < bytes; number += 1, at += size) {
      const body = Buffer.alloc(Math.min(size, bytes - at));
      await file.read(body, 0, body.length, at);
      yield { number, body };
    }
  } finally {
    await file.close();
  }
}

type Place = { readonly Bucket: string; readonly Key: string };

async function putInParts({ sdk, client }: Door, place: Place, path: string, bytes: number): Promise<void> {
  const { UploadId } = await needed(
    client.send(new sdk.CreateMultipartUploadCommand({ ...place, ContentType: 'application/octet-stream' })),
  );
  const begun = { ...place, UploadId };
  try {
    const Parts: { ETag: string | undefined; PartNumber: number }[] = [];
    for await (const { number, body } of partsOf(path, bytes)) {
      const part = { ...begun, PartNumber: number, Body: body, ContentLength: body.length };
      Parts.push({ PartNumber: number, ETag: (await needed(client.send(new sdk.UploadPartCommand(part)))).ETag });
    }
    await needed(client.send(new sdk.CompleteMultipartUploadCommand({ ...begun, MultipartUpload: { Parts } })));
  } catch (error) {
    await client.send(new sdk.AbortMultipartUploadCommand(begun)).catch(() => undefined);
    throw error;
  }
}

async function put(door: Door, place: Place, path: string, bytes: number): Promise<void> {
  if (bytes > atOnce) return putInParts(door, place, path, bytes);
  const body = { Body: await readFile(path), ContentLength: bytes, ContentType: 'application/octet-stream' };
  await needed(door.client.send(new door.sdk.PutObjectCommand({ ...place, ...body })));
}

/** Once an answer has begun nobody else watches it. A reader who takes his time is no silence of the store: then something lies ready. */
function endWhenSilent(body: IncomingMessage, patience: number): IncomingMessage {
  let before = -1;
  const watch = setInterval(() => {
    const { bytesRead } = body.socket;
    if (bytesRead === before && body.readableLength === 0) body.destroy(new Error('the store fell silent'));
    before = bytesRead;
  }, patience).unref();
  return body.once('close', () => clearInterval(watch));
}

async function bodyOf({ sdk, client, patience }: Door, place: Place, range?: string): Promise<Readable | undefined> {
  const answer = await reached(client.send(new sdk.GetObjectCommand({ ...place, ...(range && { Range: range }) })));
  return answer?.Body instanceof IncomingMessage ? endWhenSilent(answer.Body, patience) : undefined;
}

/** @throws Problem `files.store-wrong` where what comes back is something else; it is deleted then */
async function readBack(door: Door, place: Place, { sha256, bytes }: KeptFile): Promise<void> {
  const hash = createHash('sha256');
  let count = 0;
  const body = await bodyOf(door, place);
  for await (const part of (body ?? []) as AsyncIterable<Buffer>) {
    hash.update(part);
    count += part.length;
  }
  if (body !== undefined && count === bytes && hash.digest('hex') === sha256) return;
  await door.client.send(new door.sdk.DeleteObjectCommand(place)).catch(() => undefined);
  throw problem('files.store-wrong', { found: body === undefined ? 'nothing' : `${count}` });
}

async function list({ sdk, client }: Door, Bucket: string, Prefix: string, before: number): Promise<string[]> {
  const names: string[] = [];
  let ContinuationToken: string | undefined;
  do {
    const page = await needed(
      client.send(new sdk.ListObjectsV2Command({ Bucket, Prefix, ...(ContinuationToken && { ContinuationToken }) })),
    );
    for (const { Key = '', LastModified } of page.Contents ?? [])
      if ((LastModified?.getTime() ?? Number.POSITIVE_INFINITY) < before) names.push(Key.slice(Prefix.length));
    ContinuationToken = page.NextContinuationToken;
  } while (ContinuationToken !== undefined);
  return names;
}

export function s3Store(settings: S3Settings): ContentStore {
  let opening: Promise<Door> | undefined;
  const door = () => {
    opening ??= openDoor(settings);
    return opening;
  };
  const { bucket: Bucket, prefix } = settings;
  const placeOf = (organisation: string, sha256: string): Place => ({ Bucket, Key: `${prefix}${organisation}/${sha256}` });
  const head = async (place: Place) => {
    const { sdk, client } = await door();
    return reached(client.send(new sdk.HeadObjectCommand(place)));
  };
  return {
    keep: async (organisation, path, kept) => {
      const place = placeOf(organisation, kept.sha256);
      const there = await head(place);
      if (there?.ContentLength === kept.bytes && (there.LastModified?.getTime() ?? 0) > Date.now() - young) return;
      await put(await door(), place, path, kept.bytes);
      await readBack(await door(), place, kept);
    },
    size: async (organisation, sha256) => (await head(placeOf(organisation, sha256)))?.ContentLength,
    open: async (organisation, sha256, span) =>
      bodyOf(await door(), placeOf(organisation, sha256), span && `bytes=${span.from}-${span.to}`),
    old: async (organisation, before) => {
      const names = await list(await door(), Bucket, `${prefix}${organisation}/`, before);
      return names.filter((name) => /^[0-9a-f]{64}$/.test(name));
    },
    drop: async (organisation, sha256, before) => {
      const place = placeOf(organisation, sha256);
      const there = await head(place);
      if (there === undefined || (there.LastModified?.getTime() ?? 0) > before) return false;
      const { sdk, client } = await door();
      await needed(client.send(new sdk.DeleteObjectCommand(place)));
      return true;
    },
  };
}

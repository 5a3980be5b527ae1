/**
 * An S3 server (s3rver: it knows keys, and does not check signatures of version 4), behind a door that can be told to misbehave as stores do:
 * to lose what it said it had taken, to give back something else, to be away.
 */
import { rmSync } from 'node:fs';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import S3rver from 's3rver';
import type { S3Settings } from '#platform/files/s3-store.server.ts';
import { temporaryFolder } from '../folders.ts';

export type Mood = 'honest' | 'loses' | 'changes' | 'away';

export type S3Server = {
  readonly settings: S3Settings;
  mood: Mood;
  /** Method and path of what was asked, in order. */
  readonly asked: string[];
  readonly stop: () => Promise<void>;
};

function changed(part: Buffer): Buffer {
  const copy = Buffer.from(part);
  if (copy.length > 0) copy[0] = (copy[0] ?? 0) ^ 1;
  return copy;
}

function pass(port: number, mood: () => Mood, incoming: IncomingMessage, answer: ServerResponse): void {
  if (mood() === 'away') {
    incoming.socket.destroy();
    return;
  }
  if (mood() === 'loses' && incoming.method === 'PUT') {
    incoming.resume();
    incoming.once('end', () => answer.writeHead(200, { etag: '"0"' }).end());
    return;
  }
  const { method, url, headers } = incoming;
  const onward = request({ host: '127.0.0.1', port, method, path: url, headers }, (back) => {
    answer.writeHead(back.statusCode ?? 502, back.headers);
    let first = mood() === 'changes' && method === 'GET' && back.statusCode === 200;
    back.on('data', (part: Buffer) => {
      answer.write(first ? changed(part) : part);
      first = false;
    });
    back.once('end', () => answer.end());
  });
  onward.once('error', () => answer.destroy());
  incoming.pipe(onward);
}

export async function startS3(): Promise<S3Server> {
  const directory = temporaryFolder('s3');
  const server = new S3rver({ address: '127.0.0.1', port: 0, silent: true, directory, configureBuckets: [{ name: 'plaudit' }] });
  const { port } = await server.run();
  const asked: string[] = [];
  const door = createServer((incoming, answer) => {
    asked.push(`${incoming.method} ${incoming.url?.split('?')[0]}`);
    pass(port, () => made.mood, incoming, answer);
  });
  const listening = await new Promise<number>((done) => {
    door.listen(0, '127.0.0.1', () => {
      const address = door.address();
      done(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  const made: S3Server = {
    settings: {
      endpoint: `http://127.0.0.1:${listening}`,
      bucket: 'plaudit',
      prefix: 'files/',
      region: 'us-east-1',
      key: 'S3RVER',
      secret: 'S3RVER',
    },
    mood: 'honest',
    asked,
    stop: async () => {
      door.closeAllConnections();
      await new Promise((done) => door.close(done));
      await Promise.race([server.close(), sleep(1_000)]);
      rmSync(directory, { recursive: true, force: true });
    },
  };
  return made;
}

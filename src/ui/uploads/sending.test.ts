import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { type Sending, type SendStatus, startSending } from './sending.ts';

/** A server of uploads in memory that fails when it is told to, and one browser that sends to it. */
class Scene {
  readonly content = Buffer.alloc(3_000_000, 'a');
  arrived: Buffer | undefined;
  readonly asked: string[] = [];
  readonly told: SendStatus[] = [];
  readonly waits: number[] = [];
  kept: string | undefined;
  /** Asked before each request: a response instead, an error for a lost connection, or nothing. */
  trouble: (method: string, count: number) => Response | Error | undefined = () => undefined;
  attached = 0;

  keep(location: string | undefined): void {
    this.kept = location;
  }

  async answer(url: string, init: RequestInit): Promise<Response> {
    const method = init.method ?? 'GET';
    this.asked.push(method);
    const trouble = this.trouble(method, this.asked.length);
    if (trouble instanceof Error) throw trouble;
    if (trouble) return trouble;
    const headers = new Headers(init.headers);
    if (method === 'POST') {
      this.arrived = Buffer.alloc(0);
      return new Response(null, { status: 201, headers: { location: '/uploads/1' } });
    }
    if (this.arrived === undefined || url !== '/uploads/1') return Response.json({ detail: 'nothing here' }, { status: 404 });
    if (method === 'DELETE') this.arrived = undefined;
    const before = this.arrived ?? Buffer.alloc(0);
    if (method === 'PATCH') {
      const piece = Buffer.from(await (init.body as Blob).arrayBuffer());
      const checksum = `sha256 ${createHash('sha256').update(piece).digest('base64')}`;
      if (headers.get('upload-checksum') !== checksum) return new Response(null, { status: 460 });
      if (Number(headers.get('upload-offset')) !== before.length) return new Response(null, { status: 409 });
      this.arrived = Buffer.concat([before, piece]);
    }
    const told = { 'upload-offset': String(this.arrived?.length ?? 0), 'upload-length': '3000000' };
    return new Response(null, { status: method === 'HEAD' ? 200 : 204, headers: told });
  }

  send(changes: Partial<Sending> = {}): Promise<SendStatus> & { stop?: () => void } {
    const file = new File([this.content], 'Gespräch.mp4');
    let stop: (() => void) | undefined;
    const end = new Promise<SendStatus>((done) => {
      const sending = startSending({
        file,
        to: '/uploads',
        subject: 'entry:1',
        kept: { get: () => this.kept, set: (location) => this.keep(location) },
        attach: async () => {
          this.attached += 1;
          return Response.json({});
        },
        tell: (status) => {
          this.told.push(status);
          if (['stored', 'refused', 'stopped'].includes(status.kind)) done(status);
        },
        fetch: (url, init) => this.answer(url, init),
        sleep: async (ms) => void this.waits.push(ms),
        now: () => 0,
        digest: async (piece) =>
          createHash('sha256')
            .update(Buffer.from(await piece.arrayBuffer()))
            .digest('base64'),
        ...changes,
      });
      stop = sending.stop;
    });
    return Object.assign(end, { stop: () => stop?.() });
  }
}

test('a file goes in growing pieces, with checksums, and is laid down once', async () => {
  const scene = new Scene();
  expect(await scene.send()).toEqual({ kind: 'stored' });
  expect([scene.asked, scene.attached, scene.kept]).toEqual([['POST', 'HEAD', 'PATCH', 'PATCH', 'PATCH', 'PATCH'], 1, undefined]);
  expect(scene.arrived?.equals(scene.content)).toBe(true);
});

test('lost connections, busy servers and lost answers are waited out, and it goes on from what arrived', async () => {
  const scene = new Scene();
  const troubles = [
    new Error('offline'),
    undefined,
    undefined,
    new Response(null, { status: 502 }),
    undefined,
    new Response(null, { status: 423 }),
    new Response(null, { status: 460 }),
  ];
  scene.trouble = (_method, count) => troubles[count - 1];
  expect(await scene.send()).toEqual({ kind: 'stored' });
  expect([scene.arrived?.equals(scene.content), scene.attached]).toEqual([true, 1]);
  expect(scene.waits.length).toBe(4);
  expect(Math.max(...scene.waits)).toBeLessThanOrEqual(30_000);
});

test('after the page was closed it goes on from where it was', async () => {
  const scene = new Scene();
  scene.arrived = scene.content.subarray(0, 1_000_000);
  scene.kept = '/uploads/1';
  await scene.send();
  expect(scene.asked[0]).toBe('HEAD');
  expect(scene.told[0]).toEqual({ kind: 'sending', bytes: 1_000_000, of: 3_000_000 });
  expect(scene.arrived?.equals(scene.content)).toBe(true);
});

test('an upload the server has forgotten is begun again', async () => {
  const scene = new Scene();
  scene.kept = '/uploads/9';
  expect(await scene.send()).toEqual({ kind: 'stored' });
  expect(scene.asked.slice(0, 3)).toEqual(['HEAD', 'POST', 'HEAD']);
});

test('a refusal is said in its own words and not tried again, before the first byte and after the last', async () => {
  const first = new Scene();
  first.trouble = () => Response.json({ detail: 'No more room.' }, { status: 409 });
  expect([await first.send(), first.asked]).toEqual([{ kind: 'refused', message: 'No more room.' }, ['POST']]);
  const last = new Scene().send({ attach: async () => Response.json({ detail: 'No video.' }, { status: 422 }) });
  expect(await last).toEqual({ kind: 'refused', message: 'No video.' });
});

test('whoever stops it stops it on the server too', async () => {
  const scene = new Scene();
  const sending = scene.send({ sleep: () => new Promise(() => undefined) });
  scene.trouble = (method) => (method === 'PATCH' ? new Error('offline') : undefined);
  while (!scene.told.some(({ kind }) => kind === 'waiting')) await new Promise((turn) => setImmediate(turn));
  sending.stop?.();
  expect(await sending).toEqual({ kind: 'stopped' });
  expect([scene.asked.at(-1), scene.kept]).toEqual(['DELETE', undefined]);
});

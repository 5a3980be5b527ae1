/**
 * Short links to content: for minutes, for one session, for one file. They hold no secret of their own and are asked again for every right
 * when they are followed; what they are for is a host of their own, to which no cookie goes.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Ctx } from '#platform/context.ts';
import type { OrganisationId } from '#platform/ids.ts';

type Settings = { readonly secret: string; readonly origin: string };

let settings: Settings = { secret: '', origin: '' };

/** `origin`: scheme and host of the place files are served from, with its sub-path; '' for the site's own. */
export function configureLinks(given: Settings): void {
  settings = given;
}

const minute = 60_000;
const minutes = 5;
const headBytes = 52;

const idBytes = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex');
const idText = (bytes: Buffer) => bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

function sign(head: Buffer): Buffer {
  return createHmac('sha256', settings.secret).update('link to content ').update(head).digest();
}

/** Where a file can be had by whoever asks now: an address of this site without its sub-path, or of the files' own host. */
export function contentLink(ctx: Ctx, file: string): string {
  if (ctx.actor.kind !== 'person') throw new Error('links are for people who are signed in');
  const head = Buffer.concat([idBytes(ctx.organisation), idBytes(file), idBytes(ctx.actor.sessionId), Buffer.alloc(4)]);
  head.writeUInt32BE(Math.floor(ctx.now.getTime() / minute) + minutes, 48);
  return `${settings.origin}/content/${Buffer.concat([head, sign(head)]).toString('base64url')}`;
}

export type Followed = { readonly organisation: OrganisationId; readonly file: string; readonly session: string; readonly until: Date };

/** What a link is for, and until when; undefined for one that is not ours or was changed. Whether it is over the database's clock says. */
export function followLink(link: string): Followed | undefined {
  const bytes = Buffer.from(link, 'base64url');
  if (settings.secret === '' || bytes.length !== headBytes + 32 || bytes.toString('base64url') !== link) return undefined;
  const head = bytes.subarray(0, headBytes);
  if (!timingSafeEqual(bytes.subarray(headBytes), sign(head))) return undefined;
  const until = new Date(head.readUInt32BE(48) * minute);
  const [organisation, file, session] = [0, 16, 32].map((at) => idText(head.subarray(at, at + 16)));
  return { organisation: organisation as OrganisationId, file: file ?? '', session: session ?? '', until };
}

/** `./plaudit mail`: the newest mails with their links, for whoever has the machine; the way in where no mail server is. */

import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { problem } from '#core/problems/problem.ts';
import { discardHeld, heldCount, mailboxForMachine, noteReturn, readReport, releaseHeld, sentMail } from '#slices/messages/index.ts';
import { wordsFor } from '#words/index.ts';
import { withOrganisations } from './context.ts';

const { messages } = wordsFor('en');
const words = messages.cli;

async function list(limit: number, json: boolean): Promise<void> {
  const mails = await withOrganisations(async (organisations) =>
    (await Promise.all(organisations.map(({ ctx }) => mailboxForMachine(ctx, limit)))).flat(),
  );
  if (json) return console.log(JSON.stringify(mails));
  if (mails.length === 0) console.log(words.none);
  for (const mail of mails.reverse())
    console.log(`${mail.at}  ${mail.to}  [${mail.state}]\n${mail.subject}\n\n${mail.text ?? words.gone}\n`);
}

/** Of every organisation, what is held now. */
async function decide(how: 'release' | 'discard'): Promise<void> {
  const act = how === 'release' ? releaseHeld : discardHeld;
  const counts = await withOrganisations((organisations) =>
    Promise.all(
      organisations.map(async ({ ctx }) => {
        const count = await heldCount(ctx);
        if (count > 0) await act({ ...ctx, key: randomUUID() }, { count });
        return count;
      }),
    ),
  );
  const count = counts.reduce((sum, held) => sum + held, 0);
  const told = how === 'release' ? messages.held.released(count) : messages.held.discarded(count);
  console.log(count === 0 ? messages.held.none : told);
}

/** A report is a few kilobytes; what is larger is none. */
const mostBytes = 1_048_576;

async function standardInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of process.stdin) {
    const part = Buffer.from(chunk as Uint8Array);
    bytes += part.length;
    if (bytes > mostBytes) throw problem('messages.not-a-report');
    chunks.push(part);
  }
  return Buffer.concat(chunks);
}

/** Which of the mails it may be about is one of ours decides whose it is; a delay, or a mail that arrived, is no return. */
async function bounce(): Promise<void> {
  const { mails, recipients } = await readReport(await standardInput());
  const failed = recipients.filter(({ action }) => action === 'failed');
  const noted = await withOrganisations(async (organisations) => {
    for (const id of mails)
      for (const { ctx } of organisations) {
        if (!(await sentMail(ctx, id))) continue;
        const found: boolean[] = [];
        for (const { status, diagnostic } of failed.slice(0, 1))
          found.push((await noteReturn({ ...ctx, key: randomUUID() }, { mail: id, status, diagnostic })).hard);
        return found;
      }
    return [];
  }, 'jobs');
  console.log(noted.length === 0 ? words.notOurs : words.bounced(noted.filter(Boolean).length, noted.length));
}

export function register(program: Command): void {
  const mail = program
    .command('mail')
    .description(words.about)
    .option('--limit <n>', words.limit, '10')
    .option('--json', wordsFor('en').commandLine.json)
    .action(({ limit, json }: { limit: string; json?: true }) => list(Math.max(1, Number.parseInt(limit, 10) || 10), json === true));
  mail
    .command('release')
    .description(words.releaseAbout)
    .action(() => decide('release'));
  mail.command('bounce').description(words.bounceAbout).action(bounce);
  mail
    .command('discard')
    .description(words.discardAbout)
    .action(() => decide('discard'));
}

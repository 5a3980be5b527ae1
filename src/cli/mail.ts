/** `./plaudit mail`: the newest mails with their links, for whoever has the machine; the way in where no mail server is. */

import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { discardHeld, heldCount, mailboxForMachine, releaseHeld } from '#slices/messages/index.ts';
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
  mail
    .command('discard')
    .description(words.discardAbout)
    .action(() => decide('discard'));
}

/** `./plaudit mail`: the newest mails with their links, for whoever has the machine; the way in where no mail server is. */
import type { Command } from 'commander';
import { mailboxForMachine } from '#slices/messages/index.ts';
import { wordsFor } from '#words/index.ts';
import { withOrganisations } from './context.ts';

const words = wordsFor('en').messages.cli;

async function list(limit: number, json: boolean): Promise<void> {
  const mails = await withOrganisations(async (organisations) =>
    (await Promise.all(organisations.map(({ ctx }) => mailboxForMachine(ctx, limit)))).flat(),
  );
  if (json) return console.log(JSON.stringify(mails));
  if (mails.length === 0) console.log(words.none);
  for (const mail of mails.reverse())
    console.log(`${mail.at}  ${mail.to}  [${mail.state}]\n${mail.subject}\n\n${mail.text ?? words.gone}\n`);
}

export function register(program: Command): void {
  program
    .command('mail')
    .description(words.about)
    .option('--limit <n>', words.limit, '10')
    .option('--json', wordsFor('en').commandLine.json)
    .action(({ limit, json }: { limit: string; json?: true }) => list(Math.max(1, Number.parseInt(limit, 10) || 10), json === true));
}

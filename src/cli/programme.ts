/** `./plaudit programme`: `list` shows the programmes of this installation, their editions and where each stands. */
import type { Command } from 'commander';
import { phaseAt } from '#core/season/phases.ts';
import { type Edition, programmeList, timesOf, toldDates } from '#slices/programmes/index.ts';
import { wordsFor } from '#words/index.ts';
import { withOrganisations } from './context.ts';
import { registerFiles } from './programme/files.ts';

const { programmes, dates, commandLine } = wordsFor('en');
const words = programmes.cli;

function describe(edition: Edition, now: Date) {
  const { opens, closes, judgingCloses, announced } = toldDates(edition);
  const phase = edition.published ? phaseAt(timesOf(edition), now.getTime()) : 'draft';
  return { slug: edition.slug, name: edition.name, phase, opens, closes, judgingCloses, announced };
}

async function list(json: boolean): Promise<void> {
  const found = await withOrganisations((organisations) =>
    Promise.all(
      organisations.map(async ({ slug, name, ctx }) => ({
        organisation: { slug, name },
        programmes: (await programmeList(ctx)).map(({ editions, ...programme }) => ({
          ...programme,
          editions: editions.map((edition) => describe(edition, ctx.now)),
        })),
      })),
    ),
  );
  if (json) {
    console.log(JSON.stringify(found));
    return;
  }
  if (found.every((one) => one.programmes.length === 0)) console.log(words.none);
  for (const one of found) {
    for (const { name, slug, editions } of one.programmes) {
      console.log(`${name} (${slug}), ${one.organisation.name}`);
      for (const edition of editions)
        console.log(
          `  ${edition.name.padEnd(12)} ${words.phase(edition.phase).padEnd(18)} ${words.span(dates.range(edition.opens, edition.closes))}`,
        );
    }
  }
}

export function register(program: Command): void {
  const programme = program.command('programme').description(words.about);
  programme
    .command('list')
    .description(words.listAbout)
    .option('--json', commandLine.json)
    .action(({ json }: { json?: true }) => list(json === true));
  registerFiles(programme);
}

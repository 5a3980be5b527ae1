/** `./plaudit winners`: brings lists of winners of earlier editions in, after showing what they would add, and takes a list back. */
import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { type Command, Option } from 'commander';
import { problem } from '#core/problems/problem.ts';
import { printable } from '#core/problems/visible.ts';
import { exitCodes } from '#main/outcome.ts';
import type { Ctx } from '#platform/context.ts';
import { decode, openBytes } from '#platform/formats/text.server.ts';
import {
  applyWinners,
  importsForMachine,
  type Proposal,
  programmeList,
  proposalFor,
  proposeWinners,
  withdrawWinners,
} from '#slices/programmes/index.ts';
import { wordsFor } from '#words/index.ts';
import { withOrganisations } from '../context.ts';

const { pastWinners, problems } = wordsFor('en');
const words = pastWinners.cli;

type Options = {
  readonly programme: string;
  readonly apply?: true;
  readonly json?: true;
  readonly several: 'each' | 'joint';
  readonly separator: string;
};

const mostCharacters = 4_000_000;

async function contentOf(file: string): Promise<string> {
  let content = '';
  for await (const piece of decode(file, openBytes(file))) {
    content += piece;
    if (content.length > mostCharacters) throw problem('general.too-large', { limit: mostCharacters });
  }
  return content;
}

function out(line: string): void {
  process.stdout.write(`${printable(line)}\n`);
}
const wrongLines = ({ refusals, faults }: Proposal) => [...refusals, ...faults].map(({ code, facts }) => problems[code].detail(facts));

function tellPreview(proposal: Proposal, file: string): void {
  const { add, there, doubts } = proposal;
  const wrong = wrongLines(proposal);
  for (const line of wrong) out(line);
  if (wrong.length > 0) {
    out(words.wrong(file, wrong.length));
    return;
  }
  for (const winner of add) out(`+ ${pastWinners.winner(winner)}`);
  for (const doubt of doubts) out(`? ${pastWinners.doubt(doubt)}`);
  out(words.would(add.length, there.length));
}

function asJson(proposal: Proposal, applied: { import: string; added: number } | null): string {
  const { add, there, doubts } = proposal;
  const wrong = [...proposal.refusals, ...proposal.faults].map(({ code, facts }) => ({ code, facts, text: problems[code].detail(facts) }));
  return JSON.stringify({ ok: wrong.length === 0, wrong, add, there, doubts, applied }, null, 2);
}

/** Where several organisations have a programme of that address, none is chosen by chance: the machine has one organisation as a rule. */
async function withProgramme<T>(slug: string, work: (ctx: Ctx, programme: Parameters<typeof proposalFor>[1]) => Promise<T>): Promise<T> {
  return withOrganisations(async (organisations) => {
    for (const { ctx } of organisations) {
      const found = (await programmeList(ctx)).find((programme) => programme.slug === slug);
      if (found) return work(ctx, found.id);
    }
    throw problem('winners.no-such-programme', { programme: slug });
  });
}

async function bringIn(file: string, { programme: slug, apply, json, several, separator }: Options): Promise<void> {
  const format = file.toLowerCase().endsWith('.json') ? 'json' : 'csv';
  const list = {
    file: basename(file),
    format,
    several,
    separator,
    content: await contentOf(file),
  } as const;
  await withProgramme(slug, async (ctx, programme) => {
    const proposal = await proposalFor(ctx, programme, list);
    const refused = proposal.refusals.length + proposal.faults.length > 0;
    let applied: { import: string; added: number } | null = null;
    if (apply && !refused && proposal.add.length > 0) {
      const { import: id } = await proposeWinners({ ...ctx, key: randomUUID() }, { programme, ...list });
      applied = await applyWinners({ ...ctx, key: randomUUID() }, { import: id });
    }
    if (json) process.stdout.write(`${asJson(proposal, applied)}\n`);
    else {
      tellPreview(proposal, list.file);
      if (applied) out(words.applied(applied.added, applied.import));
      else if (!refused && !apply) out(words.preview);
    }
    process.exitCode = refused ? exitCodes.refused : exitCodes.done;
  });
}

async function takeBack(id: string): Promise<void> {
  await withOrganisations(async (organisations) => {
    for (const { ctx } of organisations) {
      if (!(await importsForMachine(ctx)).some((one) => one.id === id)) continue;
      const { removed } = await withdrawWinners({ ...ctx, key: randomUUID() }, { import: id });
      out(words.withdrawn(removed));
      return;
    }
    throw problem('general.not-found');
  });
}

async function list(json: boolean): Promise<void> {
  const found = await withOrganisations(async (organisations) =>
    (await Promise.all(organisations.map(({ ctx }) => importsForMachine(ctx)))).flat(),
  );
  if (json) {
    process.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
    return;
  }
  if (found.length === 0) out(words.noImports);
  for (const one of found) out(words.importLine(one));
}

export function register(program: Command): void {
  const winners = program.command('winners').description(words.about);
  winners
    .command('import')
    .description(words.importAbout)
    .argument('<file>', words.file)
    .requiredOption('--programme <slug>', words.programme)
    .addOption(new Option('--several <how>', words.several).choices(['each', 'joint']).default('each'))
    .option('--separator <text>', words.separator, '')
    .option('--apply', words.apply)
    .option('--json', wordsFor('en').commandLine.json)
    .action(bringIn);
  winners
    .command('imports')
    .description(words.importsAbout)
    .option('--json', wordsFor('en').commandLine.json)
    .action(({ json }: { json?: true }) => list(json === true));
  winners.command('undo').description(words.undoAbout).argument('<import>', words.import).action(takeBack);
}

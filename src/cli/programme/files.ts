/** `./plaudit programme export|import|diff`: editions as files. */
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import type { Difference } from '#core/editions/differences.ts';
import type { EditionDocument } from '#core/editions/document.ts';
import { problem } from '#core/problems/problem.ts';
import { printable } from '#core/problems/visible.ts';
import { exitCodes } from '#main/outcome.ts';
import { createEditionFrom, editionDocumentOf, editionFile, editionsCompared, replaceConfiguration } from '#slices/programmes/index.ts';
import { wordsFor } from '#words/index.ts';
import { withOrganisations } from '../context.ts';
import { editionNamed, fileSide, isFile, programmeNamed, type Side, sideNamed } from './sides.ts';

const { editionFiles, commandLine } = wordsFor('en');
const say = editionFiles.cli;

const print = (lines: readonly string[]): void => {
  for (const line of lines) console.log(printable(line));
};

function save(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw problem('tally.file-not-writable', { file, reason: String(error.code) });
  }
  print([say.written(file)]);
}

type ExportOptions = { readonly out?: string; readonly json?: true };

async function exportEdition(named: string, { out, json }: ExportOptions): Promise<void> {
  const document = await withOrganisations(async (organisations) => {
    const { organisation, edition } = await editionNamed(organisations, named);
    return editionDocumentOf(organisation.ctx, edition);
  });
  const text = json ? `${JSON.stringify(document, null, 2)}\n` : editionFile(document);
  if (out === undefined) process.stdout.write(text);
  else save(out, text);
}

/** All that is wrong, and that nothing was written; nothing for a file that can be read. */
function refused(sides: readonly Side[], json: boolean): boolean {
  const lines = sides.flatMap((side) => (side.ok ? [] : side.lines));
  if (lines.length === 0) return false;
  if (json) console.log(JSON.stringify({ ok: false, faults: lines }));
  else process.stderr.write([...lines, say.faults(lines.length)].map((line) => `${printable(line)}\n`).join(''));
  process.exitCode = exitCodes.refused;
  return true;
}

type Sent = Parameters<typeof createEditionFrom>[1]['document'];
const asJson = (document: EditionDocument): Sent => JSON.parse(JSON.stringify(document)) as Sent;

function told(found: readonly Difference[], json: boolean, more: Readonly<Record<string, unknown>>, lines: readonly string[]): void {
  if (json) console.log(JSON.stringify({ ok: true, differences: found, ...more }));
  else print([...found.map(say.difference), say.differences(found.length), ...lines]);
}

type ImportOptions = { readonly to?: string; readonly new?: string; readonly name?: string; readonly apply?: true; readonly json?: true };

async function into(file: string, to: string, { apply, json }: ImportOptions): Promise<void> {
  await withOrganisations(async (organisations) => {
    const { organisation, edition } = await editionNamed(organisations, to);
    const side = fileSide(file, edition.zone);
    if (refused([side], json === true) || !side.ok) return;
    const found = editionsCompared(await editionDocumentOf(organisation.ctx, edition), side.document);
    const writes = apply === true && found.length > 0;
    const ctx = { ...organisation.ctx, key: randomUUID() };
    if (writes) await replaceConfiguration(ctx, { edition: edition.id, version: edition.version, document: asJson(side.document) });
    const lines = writes ? [say.applied(to), say.comments] : found.length > 0 ? [say.notApplied] : [];
    told(found, json === true, { applied: writes }, lines);
  });
}

async function asNew(file: string, slug: string, name: string, { apply, json }: ImportOptions): Promise<void> {
  await withOrganisations(async (organisations) => {
    const { organisation, programme } = await programmeNamed(organisations, slug);
    const side = fileSide(file, programme.zone);
    if (refused([side], json === true) || !side.ok) return;
    const ctx = { ...organisation.ctx, key: randomUUID() };
    const input = { programme: programme.id, name, document: asJson(side.document) };
    const made = apply ? await createEditionFrom(ctx, input) : undefined;
    const edition = made && `${slug}/${made.slug}`;
    if (json) console.log(JSON.stringify({ ok: true, applied: edition !== undefined, ...(edition !== undefined && { edition }) }));
    else
      print(
        edition === undefined
          ? [say.wouldMake(name, programme.name, side.document.categories.length), say.notApplied]
          : [say.made(edition), say.comments],
      );
  });
}

async function importFile(file: string, options: ImportOptions, command: Command): Promise<void> {
  const { to, new: fresh, name } = options;
  if (to !== undefined && fresh === undefined && name === undefined) await into(file, to, options);
  else if (fresh !== undefined && name !== undefined && to === undefined) await asNew(file, fresh, name, options);
  else command.error(say.whereTo, { exitCode: exitCodes.usage, code: 'commander.missingMandatoryOptionValue' });
}

function compare(from: Side, to: Side, json: boolean): void {
  if (refused([from, to], json) || !from.ok || !to.ok) return;
  const found = editionsCompared(from.document, to.document);
  told(found, json, {}, []);
  process.exitCode = found.length === 0 ? exitCodes.done : exitCodes.refused;
}

async function diff(first: string, second: string, { json = false }: { readonly json?: boolean }): Promise<void> {
  // Two files need no database.
  if (isFile(first) && isFile(second)) compare(fileSide(first, 'UTC'), fileSide(second, 'UTC'), json);
  else
    await withOrganisations(async (organisations) =>
      compare(await sideNamed(organisations, first), await sideNamed(organisations, second), json),
    );
}

export function registerFiles(programme: Command): void {
  const help = say.help(exitCodes);
  programme
    .command('export')
    .description(say.exportAbout)
    .argument('<edition>', say.edition)
    .option('--out <file>', say.out)
    .option('--json', say.json)
    .addHelpText('after', help)
    .action(exportEdition);
  programme
    .command('import')
    .description(say.importAbout)
    .argument('<file>', say.file)
    .option('--to <edition>', say.to)
    .option('--new <programme>', say.fresh)
    .option('--name <name>', say.name)
    .option('--apply', say.apply)
    .option('--json', commandLine.json)
    .addHelpText('after', help)
    .action(importFile);
  programme
    .command('diff')
    .description(say.diffAbout)
    .argument('<a>', say.side)
    .argument('<b>', say.side)
    .option('--json', commandLine.json)
    .addHelpText('after', help)
    .action(diff);
}

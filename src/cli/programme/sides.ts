/** Editions as a command names them: `PROGRAMME/EDITION`, or a file. */
import { existsSync, readFileSync } from 'node:fs';
import type { EditionDocument } from '#core/editions/document.ts';
import { problem } from '#core/problems/problem.ts';
import {
  type Edition,
  editionDocumentOf,
  type FileFault,
  type ProgrammeLine,
  programmeList,
  readEditionFile,
} from '#slices/programmes/index.ts';
import { wordsFor } from '#words/index.ts';
import type { OrganisationCtx } from '../context.ts';

const { editionFiles, problems } = wordsFor('en');

type Here = { readonly organisation: OrganisationCtx; readonly programme: ProgrammeLine };

export async function programmeNamed(organisations: readonly OrganisationCtx[], slug: string): Promise<Here> {
  for (const organisation of organisations) {
    const programme = (await programmeList(organisation.ctx)).find((each) => each.slug === slug);
    if (programme) return { organisation, programme };
  }
  throw problem('editions.not-here', { named: slug });
}

export async function editionNamed(
  organisations: readonly OrganisationCtx[],
  named: string,
): Promise<Here & { readonly edition: Edition }> {
  const [slug = '', of = '', ...more] = named.split('/');
  const found = of === '' || more.length > 0 ? undefined : await programmeNamed(organisations, slug).catch(() => undefined);
  const edition = found?.programme.editions.find((each) => each.slug === of);
  if (!found || !edition) throw problem('editions.not-here', { named });
  return { ...found, edition };
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw problem('csv.unreadable-file', { file, reason: String(error.code) });
  }
}

/** Every fault of a file as a line a person can act on. */
const faultLines = (file: string, faults: readonly FileFault[]): readonly string[] =>
  faults.map(({ code, facts, path, row, column }) =>
    editionFiles.cli.fault(file, row, column, path, problems[code].detail({ file, ...facts })),
  );

export type Side = { readonly ok: true; readonly document: EditionDocument } | { readonly ok: false; readonly lines: readonly string[] };

export function fileSide(file: string, zone: string): Side {
  const read = readEditionFile(textOf(file), zone);
  return read.ok ? read : { ok: false, lines: faultLines(file, read.faults) };
}

/** Whether a name is that of a file: then no edition is asked for. */
export const isFile = (named: string): boolean => existsSync(named);

export async function sideNamed(organisations: readonly OrganisationCtx[], named: string): Promise<Side> {
  if (isFile(named)) return fileSide(named, 'UTC');
  const { organisation, edition } = await editionNamed(organisations, named);
  return { ok: true, document: await editionDocumentOf(organisation.ctx, edition) };
}

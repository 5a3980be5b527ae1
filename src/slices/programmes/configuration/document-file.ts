/** An edition's file: read with the place of every fault, and written. */
import type { EditionDocument } from '#core/editions/document.ts';
import type { ProblemCode } from '#core/problems/catalogue.ts';
import type { Facts } from '#core/problems/problem.ts';
import { partsOf, readYaml, writeYaml } from '#platform/formats/yaml.ts';
import { readDocument } from './read-document.ts';

/** One fault, where it stands: line and column from 1. A file that is too long as a whole has no place. */
export type FileFault = {
  readonly code: ProblemCode;
  readonly facts: Facts;
  readonly path: string;
  readonly row: number;
  readonly column: number;
};

type FileRead = { readonly ok: true; readonly document: EditionDocument } | { readonly ok: false; readonly faults: readonly FileFault[] };

const aboutKeys: readonly string[] = ['editions.unknown-key', 'eligibility.unknown-key'];
const asNumber = (value: unknown): number => (typeof value === 'number' ? value : 1);

/** The edition a file describes, or all that is wrong with it in the order of its lines. Comments are passed over. */
export function readEditionFile(text: string, zone: string): FileRead {
  const yaml = readYaml(text);
  if (!yaml.ok) {
    const faults = yaml.refusals.map(({ code, facts }): FileFault => {
      return { code, facts, path: '', row: asNumber(facts.row), column: asNumber(facts.column) };
    });
    return { ok: false, faults };
  }
  const read = readDocument(yaml.value, zone);
  if (read.ok) return { ok: true, document: read.value };
  const faults = read.problems.map(({ path, code, facts }): FileFault => {
    const at = partsOf(yaml.value, path);
    const place = aboutKeys.includes(code) ? yaml.placeOf(at.slice(0, -1), at.at(-1)) : yaml.placeOf(at);
    return { code, facts, path, ...place };
  });
  return { ok: false, faults: faults.toSorted((a, b) => a.row - b.row || a.column - b.column) };
}

/** As it is kept: without comments, every key in its place, so that the same edition is always the same bytes. */
export const editionFile = (document: EditionDocument): string => writeYaml(document);

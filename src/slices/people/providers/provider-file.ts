/** The file that names who vouches for people here. */
import { readFileSync } from 'node:fs';
import { problem } from '#core/problems/problem.ts';
import { readYamlFile } from '#platform/formats/yaml.ts';
import { type Provider, parseProviders } from './provider.ts';

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw problem('installation.providers-unfit', { file, faults: 'it cannot be read' });
  }
}

/** @throws Problem `installation.providers-unfit`, `yaml.not-readable` and the other codes of `yaml` */
export function readProviders(file: string): readonly Provider[] {
  return parseProviders(file, readYamlFile(file, textOf(file)).value);
}

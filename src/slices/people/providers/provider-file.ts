/** The file that names who vouches for people here. */
import { readFileSync } from 'node:fs';
import { problem } from '#core/problems/problem.ts';
import { readYaml } from '#platform/formats/yaml.server.ts';
import { type Provider, parseProviders } from './provider.ts';

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw problem('installation.providers-unfit', { file, faults: 'it cannot be read' });
  }
}

/** @throws Problem `installation.providers-unfit`, `yaml.not-readable`, `yaml.too-long` */
export function readProviders(file: string): readonly Provider[] {
  return parseProviders(file, readYaml(file, textOf(file)).value);
}

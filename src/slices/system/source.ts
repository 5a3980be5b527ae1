/** Which version runs here and where its source is: section 13 of the licence, for everybody who uses the program over a network. */
import { readFileSync } from 'node:fs';

export type RunningSource = {
  readonly version: string;
  /** Where the operator of a changed version offers its source; undefined for a version as it was published. */
  readonly url: string | undefined;
};

const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as { version: string };
let url: string | undefined;

/** Said once by the web process. */
export function configureSource(given: string | undefined): void {
  url = given;
}

export function runningSource(): RunningSource {
  return { version, url };
}

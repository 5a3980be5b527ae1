/** What a place for content can do, whatever it is made of: a folder of ours or somebody's object store. */
import type { Readable } from 'node:stream';
import type { OrganisationId } from '../ids.ts';

export type KeptFile = { readonly sha256: string; readonly bytes: number };

/** First and last byte, both included. */
export type Span = { readonly from: number; readonly to: number };

export type ContentStore = {
  /** Takes the content of a file of ours under its hash. Resolves once it would outlive a power cut and says what it is called. */
  readonly keep: (organisation: OrganisationId, path: string, kept: KeptFile) => Promise<void>;
  /** Its bytes, or undefined when it is not there. */
  readonly size: (organisation: OrganisationId, sha256: string) => Promise<number | undefined>;
  readonly open: (organisation: OrganisationId, sha256: string, span?: Span) => Promise<Readable | undefined>;
  /** The hashes of what lies here since before an instant (epoch milliseconds), after what killed processes left was put in order. */
  readonly old: (organisation: OrganisationId, before: number) => Promise<string[]>;
  /** Deletes one, unless it was sent again since; says whether. */
  readonly drop: (organisation: OrganisationId, sha256: string, before: number) => Promise<boolean>;
};

/** How the demo is written down: people, a programme, two editions with their entries. Everything in it is invented. */

export type DemoPerson = { readonly name: string; readonly email: string };

/** What an even-handed judge would give, criterion by criterion in the order of the scorecard. */
export type DemoMarks = readonly [number, number, number, number, number];

export type DemoFile =
  | { readonly kind: 'pdf'; readonly name: string; readonly title: string; readonly pages: readonly (readonly string[])[] }
  | { readonly kind: 'csv'; readonly name: string; readonly rows: readonly (readonly (string | number)[])[] };

export type DemoEntry = {
  readonly category: string;
  readonly title: string;
  readonly nominee: string;
  /** Where the category takes several kinds. */
  readonly nomineeKind?: 'organisation' | 'team' | 'technology';
  /** E-mail address of the entrant. */
  readonly owner: string;
  readonly body: string;
  /** How far it has come. */
  readonly state: 'accepted' | 'submitted' | 'returned' | 'draft';
  /** What the manager wrote when it was returned. */
  readonly returned?: string;
  /** What that was about, by the names of its controls. */
  readonly about?: readonly string[];
  readonly worth: DemoMarks;
  /** Marks as they were given, reader by reader, where a result has to come out exactly. */
  readonly readings?: readonly DemoMarks[];
  /** Judges' words, first reader first. */
  readonly comments: readonly string[];
  readonly file?: DemoFile;
  /** What else it answers, where its edition has a form: by the keys of the form's fields. */
  readonly answers?: Readonly<Record<string, string | number>>;
};

/** Days count back from the first start. `parent` is a company above it in the list. */
export type DemoCompany = {
  readonly name: string;
  readonly country: string;
  readonly parent?: string;
  readonly names?: readonly { readonly name: string; readonly kind: 'trading' | 'short' | 'former' | 'script' }[];
  readonly domains?: readonly string[];
  readonly size?: { readonly class: 'micro' | 'small' | 'medium' | 'large'; readonly asOf: number; readonly source: string };
  readonly people?: readonly (DemoPerson & { readonly title: string; readonly from: number; readonly until?: number })[];
};

export type DemoCategory = { readonly code: string; readonly name: string; readonly description: string };
export type DemoCriterion = { readonly name: string; readonly question: string; readonly weight: number };

/** `lean`: how far a judge's marks lie from an even hand. `progress`: how many of the running edition's ballots are submitted. */
export type DemoJudge = DemoPerson & {
  readonly lean: -1 | 0 | 1;
  readonly since: 'past' | 'running';
  readonly progress: 'all' | 'all-but-one' | 'half' | 'few' | 'none';
};

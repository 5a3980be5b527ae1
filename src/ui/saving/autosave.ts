/**
 * Saves a long form while it is written: a moment after the last stroke, at once when the reader leaves, again and again
 * while the server cannot be reached. One save is under way at a time, each under its row version, so that two windows
 * cannot overwrite each other unseen.
 */
export type SaveAnswer =
  /** The draft is kept; `version` is what the next save builds on. */
  | { readonly kind: 'saved'; readonly version: number }
  /** The server said no. `mendable`: to these words; other words may be saved. Otherwise a later try would be told the same. */
  | { readonly kind: 'refused'; readonly message: string; readonly mendable: boolean }
  /** Nobody knows; it is tried again. */
  | { readonly kind: 'unreachable' };

export type SaveStatus =
  | { readonly kind: 'untouched' }
  /** Something was written, and the moment of quiet is not over. */
  | { readonly kind: 'touched' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: number }
  | { readonly kind: 'not-saved'; readonly since: number; readonly againIn: number }
  | { readonly kind: 'refused'; readonly message: string };

export type AutosaveOptions = {
  /** Sends what the form holds right now. */
  readonly send: () => Promise<SaveAnswer>;
  readonly tell: (status: SaveStatus) => void;
  readonly now: () => number;
  /** Milliseconds of quiet before a save. */
  readonly quiet?: number;
};

export type Autosave = {
  /** Something was written. */
  readonly touch: () => void;
  /** Saves now what is not saved, and resolves when nothing is under way. */
  readonly flush: () => Promise<void>;
  readonly hasUnsaved: () => boolean;
  readonly stop: () => void;
};

const firstWait = 2_000;
const longestWait = 30_000;

export function startAutosave({ send, tell, now, quiet = 1_200 }: AutosaveOptions): Autosave {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let underWay: Promise<void> | undefined;
  let dirty = false;
  let over = false;
  let wait = firstWait;
  let failingSince: number | undefined;

  const plan = (delay: number): void => {
    clearTimeout(timer);
    timer = over ? undefined : setTimeout(() => void save(), delay);
  };

  const settle = (answer: SaveAnswer): void => {
    const touchedMeanwhile = dirty;
    if (answer.kind === 'saved') {
      wait = firstWait;
      failingSince = undefined;
      tell({ kind: 'saved', at: now() });
      if (dirty) plan(quiet);
      return;
    }
    dirty = true;
    if (answer.kind === 'refused') {
      over = !answer.mendable;
      failingSince = undefined;
      clearTimeout(timer);
      tell({ kind: 'refused', message: answer.message });
      if (answer.mendable && touchedMeanwhile) plan(quiet);
      return;
    }
    failingSince ??= now();
    tell({ kind: 'not-saved', since: failingSince, againIn: wait });
    plan(wait);
    wait = Math.min(wait * 2, longestWait);
  };

  const save = (): Promise<void> => {
    underWay ??= (async () => {
      clearTimeout(timer);
      dirty = false;
      tell({ kind: 'saving' });
      try {
        settle(await send());
      } finally {
        underWay = undefined;
      }
    })();
    return underWay;
  };

  return {
    touch: () => {
      if (over) return;
      if (underWay === undefined && failingSince === undefined) {
        if (!dirty) tell({ kind: 'touched' });
        plan(quiet);
      }
      dirty = true;
    },
    flush: async () => {
      await underWay;
      if (dirty && !over) await save();
    },
    hasUnsaved: () => dirty || underWay !== undefined,
    stop: () => {
      over = true;
      clearTimeout(timer);
    },
  };
}

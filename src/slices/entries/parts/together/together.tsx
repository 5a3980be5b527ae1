import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useRevalidator } from 'react-router';
import { partOf } from '#core/entries/together.ts';
import { useWords } from '#shells/words.tsx';
import type { EntryPage } from '#slices/entries/entry-page.ts';
import { type Desk, type DeskState, openDesk } from '#slices/entries/parts/together/desk.ts';
import type { Refusal } from '#ui/forms/form.tsx';
import type { Answered } from '#ui/saving/use-autosave.ts';

type Refused = Refusal & { readonly problem: { readonly code: string } };

type Together = DeskState & {
  readonly entry: EntryPage | undefined;
  /** Whether scripts run: without them one is chosen beside the texts, and saved with the form. */
  readonly live: boolean;
  readonly refusal: Refused | undefined;
  readonly follow: (form: HTMLFormElement) => (answer: Answered) => boolean;
  readonly keepMine: (part: string) => void;
  readonly takeTheirs: (parts: readonly string[]) => void;
  readonly mix: (part: string, theirs: string) => void;
};

const none: DeskState = { both: new Map(), redrawn: new Map(), recovered: [] };
const nobody: Together = {
  ...none,
  entry: undefined,
  live: false,
  refusal: undefined,
  follow: () => () => false,
  keepMine: () => {},
  takeTheirs: () => {},
  mix: () => {},
};

const TogetherContext = createContext<Together>(nobody);

export const useTogether = (): Together => useContext(TogetherContext);

/** The fields a refused save came back with, each with the sentence about it. */
function bothIn(refusal: Refused | undefined): ReadonlyMap<string, string> {
  if (refusal?.problem.code !== 'entries.written-by-two') return new Map();
  return new Map(refusal.problem.fields.map(({ path, message }) => [partOf(path), message]));
}

/** What was drawn anew says what is saved, no longer what was refused. */
function withoutRedrawn(refusal: Refused | undefined, redrawn: DeskState['redrawn']): Refused | undefined {
  if (refusal === undefined || redrawn.size === 0) return refusal;
  const values = Object.entries(refusal.values).filter(([name]) => !redrawn.has(partOf(name)));
  const fields = refusal.problem.fields.filter(({ path }) => !redrawn.has(partOf(path)));
  return { ...refusal, values: Object.fromEntries(values), problem: { ...refusal.problem, fields } };
}

const formId = 'write';

function formOnPage(): HTMLFormElement | undefined {
  const form = document.getElementById(formId);
  return form instanceof HTMLFormElement ? form : undefined;
}

/** Where one goes on writing, once the field is drawn as it was chosen. */
function focusOn(part: string | undefined): void {
  setTimeout(() => {
    const control = [...(formOnPage()?.elements ?? [])].find((one) => partOf(one.getAttribute('name') ?? '') === part);
    if (control instanceof HTMLElement) control.focus();
  });
}

const never = () => () => {};
const yes = () => true;
const no = () => false;

/** A moment after the last stroke. */
const quiet = 300;

/** What happens on the page around the form, while the desk is open. */
function attend(form: HTMLFormElement, desk: Desk, open: () => DeskState['both'], look: () => void): () => void {
  const leave = new AbortController();
  const { signal } = leave;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(desk.keep, quiet);
  };
  form.addEventListener('input', soon, { signal });
  addEventListener('pagehide', desk.keep, { signal });
  // Whoever comes back to this window finds what others wrote meanwhile.
  document.addEventListener('visibilitychange', () => void (!document.hidden && look()), { signal });
  // Before any listener of the form: what has two texts is chosen before the whole is sent.
  document.addEventListener(
    'submit',
    (event) => {
      if (event.target !== form) return;
      // One that is out of sight stays as it is saved.
      const places = [...open().keys()].map((part) => document.getElementById(placeOf(part)));
      const first = places.find((place) => place?.checkVisibility());
      if (!first) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      first.focus();
    },
    { signal, capture: true },
  );
  return () => {
    clearTimeout(timer);
    leave.abort();
  };
}

/** Where the two texts of a field stand. */
export const placeOf = (part: string): string => `both-${part.replaceAll(/[^a-zA-Z0-9]+/g, '-')}`;

/** Whatever is inside writes one entry with others. Without scripts the form itself carries what it was drawn with. */
export function WritingTogether({ entry, refusal, children }: { entry: EntryPage; refusal: Refused | undefined; children: ReactNode }) {
  const { read: readDate } = useWords().dates;
  const { revalidate } = useRevalidator();
  const [state, setState] = useState<DeskState>(() => ({ ...none, both: bothIn(refusal) }));
  const live = useSyncExternalStore(never, yes, no);
  const desk = useRef<Desk>(undefined);
  const first = useRef({ entry, refusal });
  useEffect(() => {
    const form = formOnPage();
    if (form === undefined) return undefined;
    const { entry: drawn, refusal: said } = first.current;
    const refused = said && { values: said.values, both: bothIn(said) };
    let both: DeskState['both'] = bothIn(said);
    const tell = (now: DeskState) => {
      both = now.both;
      setState(now);
    };
    const look = () => void revalidate();
    const made = openDesk({ entry: drawn, form, readDate, refused, tell, look });
    desk.current = made;
    const recovering = setTimeout(made.recover);
    const leave = attend(form, made, () => both, look);
    return () => {
      clearTimeout(recovering);
      leave();
    };
  }, [readDate, revalidate]);
  useEffect(() => {
    desk.current?.adopt(entry);
  }, [entry]);
  const follow = useCallback<Together['follow']>(() => desk.current?.follow() ?? (() => false), []);
  const together = useMemo<Together>(
    () => ({
      ...state,
      entry,
      live,
      refusal: withoutRedrawn(refusal, state.redrawn),
      follow,
      keepMine: (part) => {
        desk.current?.keepMine(part);
        focusOn(part);
      },
      takeTheirs: (parts) => {
        desk.current?.takeTheirs(parts);
        focusOn(parts[0]);
      },
      mix: (part, theirs) => desk.current?.mix(part, theirs),
    }),
    [state, entry, live, refusal, follow],
  );
  return <TogetherContext value={together}>{children}</TogetherContext>;
}

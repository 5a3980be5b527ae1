import type { ReactNode } from 'react';
import type { SaveStatus } from './autosave.ts';
import { SaveState, type Saving } from './save-state.tsx';
import { useAutosave } from './use-autosave.ts';

const looks = {
  touched: 'saving',
  saving: 'saving',
  saved: 'saved',
  'not-saved': 'not-saved',
  refused: 'not-saved',
} as const satisfies Partial<Record<SaveStatus['kind'], Saving>>;

type AutosavedProps = Pick<Parameters<typeof useAutosave>[0], 'follow'> & {
  /** The form's id; it has a field `version`. */
  readonly form: string;
  /** An end point without a screen that saves the draft and answers in JSON. */
  readonly to: string;
  readonly act?: string;
  /** The state in the reader's language; `at` and `since` are instants in milliseconds. */
  /** Stands there until something was written: when it was saved last. */
  readonly children?: ReactNode;
  readonly say: (status: Exclude<SaveStatus, { kind: 'untouched' | 'refused' }>) => string;
};

/** Saves a form while it is written, and says so. Without scripts it is nothing, and the form's own button saves. */
export function Autosaved({ say, children, ...form }: AutosavedProps) {
  const status = useAutosave(form);
  if (status.kind === 'untouched') return children;
  return <SaveState state={looks[status.kind]}>{status.kind === 'refused' ? status.message : say(status)}</SaveState>;
}

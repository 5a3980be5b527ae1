/** What one check of `./plaudit doctor` found. */
export type State = 'ok' | 'warning' | 'fault';

export type Finding = {
  /** A permanent name for scripts: `database.version`. */
  readonly check: string;
  readonly state: State;
  readonly detail: string;
  /** What to do; only where there is something to do. */
  readonly remedy?: string;
};

export const ok = (check: string, detail: string): Finding => ({ check, state: 'ok', detail });
export const warning = (check: string, detail: string, remedy: string): Finding => ({ check, state: 'warning', detail, remedy });
export const fault = (check: string, detail: string, remedy: string): Finding => ({ check, state: 'fault', detail, remedy });

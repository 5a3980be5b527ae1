/**
 * Idempotency keys that outlive a lost answer. A form's key is kept from the moment it is sent until the server says that
 * the change was made; a form opened again meanwhile carries the same key, so that sending it twice changes things once.
 */
type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const day = 86_400_000;

/** The names of keys whose change is made, as the server's cookie lists them. */
export function doneKeys(cookies: string): ReadonlySet<string> {
  const list = cookies.match(/(?:^|;\s*)plaudit_done=([^;]*)/)?.[1] ?? '';
  return new Set(list.split('~').filter(Boolean));
}

function place(path: string, form: string): string {
  return `plaudit key ${path} ${form}`;
}

export function keep(shelf: Shelf, path: string, form: string, key: string, now: number): void {
  shelf.setItem(place(path, form), `${now} ${key}`);
}

export function forget(shelf: Shelf, path: string, form: string): void {
  shelf.removeItem(place(path, form));
}

/** The key whose answer never came, or nothing. A day later nobody means the same act any more. */
export function unanswered(shelf: Shelf, path: string, form: string, done: ReadonlySet<string>, now: number): string | undefined {
  const [at, key] = shelf.getItem(place(path, form))?.split(' ') ?? [];
  if (key === undefined) return undefined;
  if (!done.has(key) && now - Number(at) < day) return key;
  forget(shelf, path, form);
  return undefined;
}

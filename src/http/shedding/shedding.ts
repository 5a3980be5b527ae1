/**
 * What gives way when more is asked of a process than it can answer in time: whoever only looks comes again in a moment, and so do the
 * savings a script sends while somebody writes, whose words the browser keeps. What somebody sends on purpose is always taken up.
 */

/** `looking`: without a session. `kept`: never refused. `streaming`: never refused, and takes no place while its bytes come. */
export type Kind = 'looking' | 'reading' | 'autosave' | 'kept' | 'streaming';

/** Requests under way in one process up to which one more of a kind is taken up: at a few milliseconds each, a quarter of a second. */
const places: Readonly<Partial<Record<Kind, number>>> = { looking: 32, autosave: 48, reading: 48 };

/** What a script sends goes to an address of its own; a form sent by hand goes to the page it stands on. */
const autosaved = /^\/(?:entries|judge)\/[^/]+\/draft$/;
const piecewise = 'application/offset+octet-stream';

type Asked = { readonly method: string; readonly path: string; readonly headers: Headers };

/** `path` is below the base. A program says by its status what it was refused, so the API is never refused here: it has limits of its own. What watches the process sees it then of all times. */
export function kindOf({ method, path, headers }: Asked): Kind {
  if (headers.get('content-type') === piecewise) return 'streaming';
  if (path.startsWith('/api/') || path === '/metrics') return 'kept';
  if (method === 'GET' || method === 'HEAD') {
    if (headers.has('tus-resumable')) return 'kept';
    return headers.get('cookie')?.includes('plaudit=') ? 'reading' : 'looking';
  }
  return method === 'POST' && autosaved.test(path) && headers.get('accept')?.includes('application/problem+json') ? 'autosave' : 'kept';
}

export type Places = {
  /** Whether one more of this kind is taken up; then `leave` has to follow. */
  readonly take: (kind: Kind) => boolean;
  readonly leave: (kind: Kind) => void;
};

export function openPlaces(most = places): Places {
  let taken = 0;
  return {
    take: (kind) => {
      if (kind === 'streaming') return true;
      if (taken >= (most[kind] ?? Number.POSITIVE_INFINITY)) return false;
      taken += 1;
      return true;
    },
    leave: (kind) => {
      if (kind !== 'streaming') taken -= 1;
    },
  };
}

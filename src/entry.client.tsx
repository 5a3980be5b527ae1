import { StrictMode, startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { HydratedRouter } from 'react-router/dom';
import { carriedIn } from '#shells/languages/carried.ts';
import { type Frame, FrameProvider } from '#ui/base/frame.tsx';

/** The server's frame, read back from the document so that both render the same. */
function frameOfDocument(): Frame {
  const { lang, dataset } = document.documentElement;
  const base = dataset.base ?? '';
  const theme = dataset.theme === 'light' || dataset.theme === 'dark' ? dataset.theme : 'auto';
  const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce;
  const script = document.querySelector('script[src*="/going.js"]')?.getAttribute('src')?.slice(base.length);
  const keys = script === undefined ? undefined : { script, on: dataset.keys === 'on' };
  const path = location.pathname.slice(base.length) + location.search;
  const carried = carriedIn(location.search);
  return {
    base,
    // Only pages without scripts name whole addresses.
    site: '',
    theme,
    language: lang,
    path,
    carried,
    scripts: true,
    posted: false,
    nonce,
    reference: undefined,
    seed: dataset.seed ?? '',
    keys,
  };
}

/** Whoever sits at this browser is told dates in its time too, from their next page on; see `#http/visitor/clock.ts`. */
function sayClock(base: string): void {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is there in secure contexts only, and a first installation has none
  if (timeZone) document.cookie = `plaudit_clock=${timeZone}; Path=${base || '/'}; Max-Age=31536000; SameSite=Lax${secure}`;
}

sayClock(document.documentElement.dataset.base ?? '');

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <FrameProvider frame={frameOfDocument()}>
        <HydratedRouter />
      </FrameProvider>
    </StrictMode>,
  );
});

/** What every component may need to know of the page it stands in: the sub-path, the theme, whether scripts run. */
import { createContext, type ReactNode, useContext } from 'react';
import { withFact } from '#core/languages/carried.ts';

export type Frame = {
  /** '' or '/awards': stands before every path of this site. */
  readonly base: string;
  /** What stands before every path for whoever keeps addresses: `https://example.org/awards`. */
  readonly site: string;
  readonly theme: 'auto' | 'light' | 'dark';
  readonly language: string;
  /** Path and query of this page, without the base. */
  readonly path: string;
  /** What links within parts of the site carry along: below which paths, and the query that goes with it. */
  readonly carried?: { readonly below: readonly string[]; readonly name: string; readonly value: string } | undefined;
  readonly scripts: boolean;
  /** This page is the answer to a form. */
  readonly posted: boolean;
  readonly nonce: string | undefined;
  /** Names this request in the log. */
  readonly reference: string | undefined;
  /** Random, new with every page: the stem of the keys its forms carry. */
  readonly seed: string;
  /** On pages people work in: the script of the keys, and whether single ones do something. */
  readonly keys?: { readonly script: string; readonly on: boolean } | undefined;
};

const plain: Frame = {
  base: '',
  site: '',
  theme: 'auto',
  language: 'en',
  path: '/',
  scripts: false,
  posted: false,
  nonce: undefined,
  reference: undefined,
  seed: 'seed',
};

const FrameContext = createContext<Frame>(plain);

export function FrameProvider({ frame, children }: { frame: Frame; children: ReactNode }) {
  return <FrameContext value={frame}>{children}</FrameContext>;
}

export function useFrame(): Frame {
  return useContext(FrameContext);
}

/** An address of this site as the browser must ask for it; fragments, queries and whole addresses stay as they are. */
export function useHref(to: string): string {
  const { base, carried } = useFrame();
  if (!to.startsWith('/')) return to;
  return base + (carried?.below.some((start) => to.startsWith(start)) ? withFact(to, carried.name, carried.value) : to);
}

/** For a form that asks by its address: what links carry along stands in it too. */
export function CarriedField() {
  const { carried, path } = useFrame();
  return carried?.below.some((start) => path.startsWith(start)) ? <input type="hidden" name={carried.name} value={carried.value} /> : null;
}

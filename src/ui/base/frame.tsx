/** What every component may need to know of the page it stands in: the sub-path, the theme, whether scripts run. */
import { createContext, type ReactNode, useContext } from 'react';

export type Frame = {
  /** '' or '/awards': stands before every path of this site. */
  readonly base: string;
  readonly theme: 'auto' | 'light' | 'dark';
  readonly language: string;
  /** Path and query of this page, without the base. */
  readonly path: string;
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
  const { base } = useFrame();
  return to.startsWith('/') ? base + to : to;
}

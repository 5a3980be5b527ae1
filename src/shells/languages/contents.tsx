/** Contents in several languages: which are offered, which is shown, and marks on every text that is not in the language of the page. */
import { createContext, type ReactNode, useContext } from 'react';
import { directionOf } from '#core/languages/local-text.ts';
import { useFrame } from '#ui/base/frame.tsx';
import { Languages } from '#ui/navigation/languages.tsx';
import { useWords } from '../words.tsx';

/** What a page is given of the languages of its contents. */
export type ContentLanguages = {
  readonly shown: string;
  readonly offered: readonly string[];
  readonly foreign: Readonly<Record<string, string>>;
};

const none: Readonly<Record<string, string>> = {};
const ForeignContext = createContext(none);

export function ContentsProvider({ of, children }: { of: ContentLanguages | undefined; children: ReactNode }) {
  return <ForeignContext value={of?.foreign ?? none}>{children}</ForeignContext>;
}

function useLanguageOf(text: string): string | undefined {
  const foreign = useContext(ForeignContext);
  return Object.hasOwn(foreign, text) ? foreign[text] : undefined;
}

/** A text of the organisers, in its own language and direction. */
export function Said({ children }: { children: string }) {
  const language = useLanguageOf(children);
  if (language === undefined) return children;
  return (
    <span lang={language} dir={directionOf(language)}>
      {children}
    </span>
  );
}

/** The same around what is made of a text. */
export function SaidAround({ text, children }: { text: string; children: ReactNode }) {
  const language = useLanguageOf(text);
  if (language === undefined) return children;
  return (
    <div lang={language} dir={directionOf(language)}>
      {children}
    </div>
  );
}

/** A language by its own name. */
export const inItself = (tag: string): string => new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;

/**
 * This page in each language, and for whoever keeps or searches it which address is which, unless it is somebody's own (`kept` false).
 * Nothing where there is one language.
 */
export function LanguageChoice({ of: { shown, offered }, kept = true }: { of: Omit<ContentLanguages, 'foreign'>; kept?: boolean }) {
  const { path } = useFrame();
  const words = useWords().languages;
  if (offered.length < 2) return null;
  const [place = '', query = ''] = path.split('?');
  const at = (tag: string, rest: string) => {
    const facts = new URLSearchParams(rest);
    facts.set('lang', tag);
    return `${place}?${facts}`;
  };
  const [first] = offered;
  const items = offered.map((tag) => ({
    tag,
    name: inItself(tag),
    direction: directionOf(tag),
    to: at(tag, query),
    // What somebody answered on a page is nobody's to find.
    alone: at(tag, ''),
    current: tag === shown,
  }));
  const canonical = shown === first ? place : at(shown, '');
  return <Languages label={words.label} items={items} place={place} {...(kept && { canonical })} />;
}

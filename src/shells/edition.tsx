import { OrganiserPage } from './organiser.tsx';
import type { PageProps } from './page.tsx';
import { useWords } from './words.tsx';

export type EditionPart = 'home' | 'edition' | 'nominations' | 'entries' | 'judging' | 'results' | 'mail' | 'people';

/** The edition a page of its organisers is about, by its addresses and names. */
export type EditionOfPage = {
  readonly programmeSlug: string;
  readonly programmeName: string;
  readonly slug: string;
  readonly name: string;
  /** The chapters of it the reader manages, by name; nothing else of the edition is theirs. */
  readonly of?: readonly string[];
  /** Set for a reader who screens its entries and has nothing else to do with it. */
  readonly screens?: boolean;
};

/** A page about one edition: the bar names it and leads to all its parts. */
export function EditionPage({ edition, part, title, ...page }: PageProps & { edition: EditionOfPage; part: EditionPart }) {
  const words = useWords().shell.edition;
  const { programmeSlug, programmeName, slug, name, of, screens } = edition;
  const here = `/manage/${programmeSlug}/${slug}`;
  const home = `/manage?programme=${programmeSlug}`;
  const parts: readonly (readonly [EditionPart, string])[] = [
    ['home', home],
    ['edition', here],
    ['nominations', `${here}/nominations`],
    ['entries', `${here}/${screens ? 'screening' : 'entries'}`],
    ['judging', `${here}/judging`],
    ['results', `${here}/results`],
    ['mail', `${here}/mail`],
    ['people', `/manage/${programmeSlug}/people`],
  ];
  const subject = { text: `${programmeName} ${name}`, to: of || screens ? home : here };
  const theirs = of || screens ? parts.filter(([id]) => id === 'home' || id === 'entries') : parts;
  const items = theirs.map(([id, to]) => ({ to, text: screens && id === 'entries' ? words.screening : words[id], current: id === part }));
  return <OrganiserPage {...page} title={[...title, subject.text]} programme={subject} items={items} />;
}

import { OrganiserPage } from './organiser.tsx';
import type { PageProps } from './page.tsx';
import { useWords } from './words.tsx';

export type EditionPart = 'home' | 'edition' | 'entries' | 'judging' | 'results' | 'mail' | 'people';

/** The edition a page of its organisers is about, by its addresses and names. */
export type EditionOfPage = {
  readonly programmeSlug: string;
  readonly programmeName: string;
  readonly slug: string;
  readonly name: string;
};

/** A page about one edition: the bar names it and leads to all its parts. */
export function EditionPage({ edition, part, title, ...page }: PageProps & { edition: EditionOfPage; part: EditionPart }) {
  const words = useWords().shell.edition;
  const { programmeSlug, programmeName, slug, name } = edition;
  const here = `/manage/${programmeSlug}/${slug}`;
  const parts: readonly (readonly [EditionPart, string])[] = [
    ['home', `/manage?programme=${programmeSlug}`],
    ['edition', here],
    ['entries', `${here}/entries`],
    ['judging', `${here}/judging`],
    ['results', `${here}/results`],
    ['mail', `${here}/mail`],
    ['people', `/manage/${programmeSlug}/people`],
  ];
  const subject = { text: `${programmeName} ${name}`, to: here };
  const items = parts.map(([id, to]) => ({ to, text: words[id], current: id === part }));
  return <OrganiserPage {...page} title={[...title, subject.text]} programme={subject} items={items} />;
}

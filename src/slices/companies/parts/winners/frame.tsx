import type { ReactNode } from 'react';
import { OrganiserPage } from '#shells/organiser.tsx';
import { useWords } from '#shells/words.tsx';

type Props = {
  readonly programme: { readonly slug: string; readonly name: string };
  readonly part: 'list' | 'imports' | 'names';
  readonly title: string;
  readonly children: ReactNode;
};

/** A page about the past winners of a programme: its bar leads to the list, to lists brought in, and to the names in them. */
export function PastWinnersPage({ programme, part, title, children }: Props) {
  const words = useWords().pastWinners.nav;
  const home = useWords().companies.nav.home;
  const path = `/manage/${programme.slug}/winners`;
  const items = [
    { to: `/manage?programme=${programme.slug}`, text: home },
    { to: path, text: words.list, current: part === 'list' },
    { to: `${path}/import`, text: words.imports, current: part === 'imports' },
    { to: `${path}/names`, text: words.names, current: part === 'names' },
  ];
  return (
    <OrganiserPage title={[title, programme.name]} programme={{ text: programme.name, to: path }} items={items}>
      {children}
    </OrganiserPage>
  );
}

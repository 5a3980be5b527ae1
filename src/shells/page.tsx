import type { ReactNode } from 'react';
import { Bar, Masthead } from '#ui/navigation/bars.tsx';
import type { NavItem } from '#ui/navigation/nav.tsx';
import { Skip } from '#ui/navigation/skip.tsx';
import { PublicFoot, WorkFoot } from './foot.tsx';
import { StandInBanner } from './stand-in-banner.tsx';
import { useVisitor } from './visitor.tsx';
import { useWords } from './words.tsx';

export type Named = { readonly text: string; readonly to: string };

export type PageProps = {
  /** Of the window: this page first, then what it belongs to. The product's name is added. */
  readonly title: readonly string[];
  readonly children: ReactNode;
};

/** Marks that turn the direction of what follows; in a window's title nothing ends their reach, so they are left out there. */
const turns = /[\u202A-\u202E\u2066-\u2069]/g;

function Title({ parts }: { parts: readonly string[] }) {
  return <title>{[...parts, useWords().shell.product].join(' · ').replaceAll(turns, '')}</title>;
}

/** The frame of what the public reads. `name` is the programme's, or the organisation's on its own pages. */
export function PublicFrame({
  title,
  name,
  items,
  foot,
  children,
}: PageProps & { name: Named; items: readonly NavItem[]; foot?: ReactNode }) {
  const words = useWords().shell;
  const { name: person } = useVisitor();
  const last: NavItem = person ? { to: '/home', text: words.home } : { to: '/sign-in', text: words.signIn };
  return (
    <>
      <Title parts={title} />
      <Skip>{words.skip}</Skip>
      <StandInBanner />
      <Masthead name={name} label={words.main} items={[...items, last]} />
      <main id="main">
        <div className="wrap">{children}</div>
      </main>
      <PublicFoot>{foot}</PublicFoot>
    </>
  );
}

type WorkProps = PageProps & {
  readonly subject?: Named | undefined;
  readonly items: readonly NavItem[];
  /** The page brings its own columns and fills the window. */
  readonly wide?: boolean;
  /** Stands between the page and the foot, stuck to the window's lower edge. */
  readonly dock?: ReactNode;
};

/** The frame of every page people work in. */
export function WorkFrame({ title, subject, items, wide, dock, children }: WorkProps) {
  const words = useWords().shell;
  const { name } = useVisitor();
  // Whoever works here goes home; who is not signed in has no other home than the first page.
  const home = name === undefined ? '/' : '/home';
  const account = name === undefined ? undefined : { name, to: '/account', label: words.accountOf(name) };
  return (
    <>
      <Title parts={title} />
      <Skip>{words.skip}</Skip>
      <StandInBanner />
      <Bar product={{ text: words.product, to: home }} subject={subject} label={words.main} items={items} account={account} />
      <main id="main">
        {wide ? children : <div className="wrap">{children}</div>}
        {dock}
      </main>
      <WorkFoot home={home} />
    </>
  );
}

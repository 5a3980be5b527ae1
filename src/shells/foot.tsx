import type { ReactNode } from 'react';
import { Link } from '#ui/actions/link.tsx';
import { Logo } from '#ui/marks/logo.tsx';
import { Foot } from '#ui/navigation/bars.tsx';
import { ThemeChoice } from '#ui/navigation/theme-choice.tsx';
import { useVisitor } from './visitor.tsx';
import { useWords } from './words.tsx';

/** What the licence promises to everybody who uses the program. */
function Source() {
  return <Link to="/source">{useWords().source.link}</Link>;
}

function Theme() {
  const { theme } = useWords().shell;
  return <ThemeChoice to="/theme" legend={theme.legend} names={theme} />;
}

/** Public: who holds the awards, then what they run with. */
export function PublicFoot({ children }: { children?: ReactNode }) {
  const words = useWords().shell;
  const { organisationName } = useVisitor();
  return (
    <Foot theme={<Theme />}>
      {organisationName && <span>{words.heldBy(organisationName)}</span>}
      {children}
      <span className="row">
        {words.runWith} <Logo name={words.product} to="/" />
      </span>
      <Source />
    </Foot>
  );
}

/** Work: the way home, and for whoever has one of their own the way out to what the public reads. */
export function WorkFoot({ home }: { home: string }) {
  const { shell: words, go } = useWords();
  return (
    <Foot work theme={<Theme />}>
      <Logo name={words.product} to={home} />
      {home !== '/' && <Link to="/">{words.publicPage}</Link>}
      {home !== '/' && <Link to="/go">{go.open}</Link>}
      {home !== '/' && <Link to="/account/keys">{go.names.keys}</Link>}
      <Source />
    </Foot>
  );
}

import type { NavItem } from '#ui/navigation/nav.tsx';
import { type Named, type PageProps, PublicFrame } from './page.tsx';
import { useVisitor } from './visitor.tsx';
import './public.css';

/** What anyone reads. Without a programme it is the organisation's own page. */
export function PublicPage({ programme, items = [], ...page }: PageProps & { programme?: Named; items?: readonly NavItem[] }) {
  const { organisationName } = useVisitor();
  return <PublicFrame {...page} name={programme ?? { text: organisationName, to: '/' }} items={items} />;
}

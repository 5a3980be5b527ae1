import type { NavItem } from '#ui/navigation/nav.tsx';
import { type Named, type PageProps, WorkFrame } from './page.tsx';
import './organiser.css';

/** Where programmes are run. */
export function OrganiserPage({ programme, items = [], ...page }: PageProps & { programme?: Named; items?: readonly NavItem[] }) {
  return <WorkFrame {...page} subject={programme} items={items} />;
}

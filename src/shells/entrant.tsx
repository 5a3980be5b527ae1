import type { ReactNode } from 'react';
import type { NavItem } from '#ui/navigation/nav.tsx';
import { type Named, type PageProps, WorkFrame } from './page.tsx';
import './entrant.css';

/** Where entries are written. */
export function EntrantPage({
  programme,
  items = [],
  ...page
}: PageProps & { programme?: Named; items?: readonly NavItem[]; dock?: ReactNode }) {
  return <WorkFrame {...page} subject={programme} items={items} />;
}

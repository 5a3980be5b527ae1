import type { NavItem } from '#ui/navigation/nav.tsx';
import { type Named, type PageProps, WorkFrame } from './page.tsx';
import './judge.css';

/** Where ballots are filled in. `desk` fills the window with queue, entry and scorecard. */
export function JudgePage({
  programme,
  items = [],
  desk = false,
  ...page
}: PageProps & { programme?: Named; items?: readonly NavItem[]; desk?: boolean }) {
  return <WorkFrame {...page} subject={programme} items={items} wide={desk} />;
}

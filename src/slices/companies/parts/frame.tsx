import type { ReactNode } from 'react';
import { OrganiserPage } from '#shells/organiser.tsx';
import { useWords } from '#shells/words.tsx';

export type CompanyPart = 'list' | 'pairs';

/** A page about what all programmes share: its bar leads to the companies and the pairs that may be one. */
export function CompaniesPage({ part, title, children }: { part?: CompanyPart; title: readonly string[]; children: ReactNode }) {
  const words = useWords().companies.nav;
  const items = [
    { to: '/manage', text: words.home },
    { to: '/manage/companies', text: words.list, current: part === 'list' },
    { to: '/manage/companies/duplicates', text: words.pairs, current: part === 'pairs' },
  ];
  return (
    <OrganiserPage title={title} items={items}>
      {children}
    </OrganiserPage>
  );
}

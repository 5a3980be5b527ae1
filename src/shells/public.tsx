import type { NavItem } from '#ui/navigation/nav.tsx';
import { type ContentLanguages, ContentsProvider, LanguageChoice } from './languages/contents.tsx';
import { type Named, type PageProps, PublicFrame } from './page.tsx';
import { useVisitor } from './visitor.tsx';
import './public.css';

type PublicProps = PageProps & {
  readonly programme?: Named;
  readonly items?: readonly NavItem[];
  /** Of its contents, where they may be there in several. */
  readonly languages?: ContentLanguages | undefined;
};

/** What anyone reads. Without a programme it is the organisation's own page. */
export function PublicPage({ programme, items = [], languages, children, ...page }: PublicProps) {
  const { organisationName } = useVisitor();
  return (
    <PublicFrame {...page} name={programme ?? { text: organisationName, to: '/' }} items={items}>
      {languages && <LanguageChoice of={languages} />}
      <ContentsProvider of={languages}>{children}</ContentsProvider>
    </PublicFrame>
  );
}

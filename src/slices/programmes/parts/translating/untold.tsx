import type { Part } from '#core/editions/parts.ts';
import { inItself } from '#shells/languages/contents.tsx';
import { useWords } from '#shells/words.tsx';
import { Link } from '#ui/actions/link.tsx';

type View = {
  readonly edition: { readonly programmeSlug: string; readonly slug: string };
  readonly untold: { readonly part: Part; readonly counts: Readonly<Record<string, number>> } | undefined;
};

/** How much of what is edited here is not said in a language of the edition; nothing where all is, or there is one. */
export function Untold({ view: { edition, untold } }: { view: View }) {
  const words = useWords().translating;
  const counts = Object.entries(untold?.counts ?? {});
  if (!untold || counts.length === 0) return null;
  return (
    <p className="t-sm soft row">
      {counts.map(([language, n]) => (
        <Link
          key={language}
          to={`/manage/${edition.programmeSlug}/${edition.slug}/translations?${new URLSearchParams({ in: language, part: untold.part })}`}
        >
          {words.quiet(n, inItself(language))}
        </Link>
      ))}
    </p>
  );
}

import { useWords } from '#shells/words.tsx';
import type { FormPage } from '#slices/programmes/editing/forms/form-page.ts';
import { Link } from '#ui/actions/link.tsx';
import { Section } from '#ui/frames/frames.tsx';
import './outline.css';

/** Sections and questions in the order they are asked; each leads to what it says. */
export function FormOutline({ view, here }: { view: FormPage; here: string }) {
  const { formBuilder: words } = useWords();
  const { outline, chosen } = view;
  const line = (kind: 'section' | 'item', key: string, label: string, depth: number) => (
    <Link
      to={`${here}?${new URLSearchParams({ [kind]: key })}#part-chosen`}
      className={`outline__line outline__line--${depth}`}
      current={chosen?.target === `${kind}:${key}` ? 'true' : undefined}
    >
      <bdi>{label}</bdi>
    </Link>
  );
  return (
    <Section title={words.outline} aside={words.count(outline.length, view.fields)} first>
      <ol className="outline">
        {outline.map((section) => (
          <li key={section.key}>
            {line('section', section.key, section.title, 0)}
            <ol className="outline">
              {section.lines.map(({ key, label, depth }) => (
                <li key={key}>{line('item', key, label, depth + 1)}</li>
              ))}
            </ol>
          </li>
        ))}
      </ol>
    </Section>
  );
}

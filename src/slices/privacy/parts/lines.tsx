import { useWords } from '#shells/words.tsx';

type Counted = { readonly what: string; readonly count: number };

/** Things, counted, below what becomes of them where that is not said already. */
export function Lines({ title, of }: { title?: string; of: readonly Counted[] }) {
  const { privacy } = useWords();
  return (
    <div className="stack-2">
      {title && <p className="strong">{title}</p>}
      <ul className="stack-2">
        {of.map(({ what, count }) => (
          <li key={what}>{privacy.line(what, count)}</li>
        ))}
      </ul>
    </div>
  );
}

type Block = { readonly title: string; readonly detail: string };

/** What stands in the way, each with what to do about it. */
export function Blocks({ blocks }: { blocks: readonly Block[] }) {
  return (
    <ul className="stack">
      {blocks.map(({ title, detail }) => (
        <li key={detail}>
          <strong>{title}.</strong> {detail}
        </li>
      ))}
    </ul>
  );
}

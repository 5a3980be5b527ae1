import type { Difference } from '#core/editions/differences.ts';
import { useWords } from '#shells/words.tsx';
import { Table } from '#ui/data/table.tsx';

/** How two documents differ: where, in what way, and what it was and is. */
export function Differences({ of }: { of: readonly Difference[] }) {
  const { configuration: words, editionFiles } = useWords();
  return (
    <Table
      caption={words.differences}
      columns={[
        { id: 'path', head: words.place, cell: ({ path }) => <code>{path}</code>, names: true, wide: true },
        { id: 'kind', head: words.what, cell: ({ kind }) => editionFiles.kind(kind) },
        { id: 'from', head: words.before, cell: ({ kind, from }) => kind !== 'added' && <bdi>{editionFiles.value(from)}</bdi>, wide: true },
        { id: 'to', head: words.after, cell: ({ kind, to }) => kind !== 'removed' && <bdi>{editionFiles.value(to)}</bdi>, wide: true },
      ]}
      rows={of}
      keyOf={({ path, kind }) => `${kind} ${path}`}
      tight
    />
  );
}

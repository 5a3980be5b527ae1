import { Said } from './contents.tsx';

/** What a category is called by the names it stands in and its own, each in its own language. */
export function CategoryNames({ names }: { names: readonly string[] }) {
  return names.map((name, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: two steps of a tree may be called the same, and none of them moves.
    <span key={i}>
      {i > 0 && ' – '}
      <bdi>
        <Said>{name}</Said>
      </bdi>
    </span>
  ));
}

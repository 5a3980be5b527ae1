import type { Right } from '#core/entries/writers.ts';
import { useWords } from '#shells/words.tsx';
import { Notice } from '#ui/messages/notice.tsx';

/** Whose entry this is, for somebody it is shared with. */
export function SharedWithMe({ shared: { by, may } }: { shared: { readonly by: string; readonly may: Right } }) {
  const words = useWords().writers;
  return <Notice lead={words.shared(by, may)}>{may === 'view' && <p>{words.onlyReads}</p>}</Notice>;
}

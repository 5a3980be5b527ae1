import type { NoRoom } from '#core/categories/entering/room.ts';
import { useWords } from '#shells/words.tsx';
import type { EntryPage } from '#slices/entries/entry-page.ts';
import { ButtonLink } from '#ui/actions/button.tsx';
import { Notice } from '#ui/messages/notice.tsx';

/** Told while it is written, so that nobody finishes what cannot be sent in. */
export function NoRoomNotice({ room, of }: { room: NoRoom; of: Pick<EntryPage, 'category' | 'edition'> }) {
  const { entries, problems } = useWords();
  const { title, detail } = problems[room.code];
  return (
    <Notice kind="warn" lead={title}>
      <p>{detail({ category: of.category.name, most: room.most })}</p>
      <ButtonLink size="small" to={`/p/${of.edition.programmeSlug}/enter`}>
        {entries.start.another}
      </ButtonLink>
    </Notice>
  );
}

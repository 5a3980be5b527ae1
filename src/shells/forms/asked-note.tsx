import { Link } from '#ui/actions/link.tsx';
import { Icon } from '#ui/icons/icon.tsx';
import { useWords } from '../words.tsx';

/** Why a field keeps the whole from being sent in. */
export type NoteKind = 'asked' | 'missing' | 'wrong';

/** Stands at the field itself, where it is mended. */
export function AskedNote({ is }: { is: NoteKind }) {
  const { notes } = useWords().forms.asking;
  return (
    <p className={is === 'missing' ? 'asked__note' : 'asked__note asked__note--warn'}>
      <Icon is={is === 'missing' ? 'circle' : 'target'} />
      <span>
        {notes[is]} {is === 'asked' && <Link to="#asked">{notes.read}</Link>}
      </span>
    </p>
  );
}

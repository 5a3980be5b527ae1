import { ButtonLink } from '../actions/button.tsx';
import { Icon } from '../icons/icon.tsx';

type Way = { readonly label: string; readonly to: string | undefined };

/** Keyset pages: where the reader is, and the two ways on. A way that leads nowhere is left out. */
export function Pager({ label, where, before, after }: { label: string; where: string; before: Way; after: Way }) {
  return (
    <nav className="pages" aria-label={label}>
      <span>{where}</span>
      <span className="row">
        {before.to !== undefined && (
          <ButtonLink size="small" icon="arrow-left" to={before.to}>
            {before.label}
          </ButtonLink>
        )}
        {after.to !== undefined && (
          <ButtonLink size="small" to={after.to}>
            {after.label}
            <Icon is="arrow-right" />
          </ButtonLink>
        )}
      </span>
    </nav>
  );
}

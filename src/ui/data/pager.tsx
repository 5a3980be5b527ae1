import { Button, ButtonLink } from '../actions/button.tsx';
import { Icon } from '../icons/icon.tsx';

/** `to` is an address; `submit` sends a form that has to be kept before the page is left. */
type Way = {
  readonly label: string;
  readonly to: string | undefined;
  readonly submit?: { readonly form: string; readonly name: string; readonly value: string } | undefined;
};

function Turn({ way: { label, to, submit }, back }: { way: Way; back?: boolean }) {
  if (to === undefined) return null;
  const icon = back ? ({ icon: 'arrow-left' } as const) : {};
  const inside = (
    <>
      {label}
      {!back && <Icon is="arrow-right" />}
    </>
  );
  return submit ? (
    <Button size="small" {...icon} {...submit}>
      {inside}
    </Button>
  ) : (
    <ButtonLink size="small" {...icon} to={to}>
      {inside}
    </ButtonLink>
  );
}

/** Keyset pages: where the reader is, and the two ways on. A way that leads nowhere is left out. */
export function Pager({ label, where, before, after }: { label: string; where: string; before: Way; after: Way }) {
  return (
    <nav className="pages" aria-label={label}>
      <span>{where}</span>
      <span className="row">
        <Turn way={before} back />
        <Turn way={after} />
      </span>
    </nav>
  );
}

import { Link } from '../actions/link.tsx';
import { Icon } from '../icons/icon.tsx';

const states = {
  done: { icon: 'check', className: 'is-done' },
  begun: { icon: 'half', className: 'is-now' },
  due: { icon: 'target', className: 'is-due' },
  open: { icon: 'circle', className: 'is-new' },
} as const;

export type Step = {
  readonly to: string;
  readonly text: string;
  readonly state: keyof typeof states;
  /** The state as a word, for people who do not see the icon. */
  readonly stateName: string;
  readonly note?: string;
  readonly current?: boolean;
};

/** The parts of a long form and how far each is. */
export function Steps({ items, label }: { items: readonly Step[]; label: string }) {
  return (
    <nav aria-label={label}>
      <ol className="steps">
        {items.map(({ to, text, state, stateName, note, current }) => (
          <li key={to} className={states[state].className}>
            <Link to={to} current={current ? 'step' : undefined}>
              <Icon is={states[state].icon} name={stateName} />
              <span>
                {text}
                {note && <small className="num">{note}</small>}
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

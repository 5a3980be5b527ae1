import { type ReactNode, useId } from 'react';
import { classes } from '../base/classes.ts';

type Inside = { readonly children: ReactNode };

/** Things below each other. */
export function Stack({
  children,
  space = 'normal',
  as: As = 'div',
}: Inside & { space?: 'tight' | 'normal' | 'wide'; as?: 'div' | 'section' }) {
  return <As className={space === 'tight' ? 'stack-2' : space === 'wide' ? 'stack-6' : 'stack'}>{children}</As>;
}

/** Things beside each other while there is room. */
export function Row({ children, apart }: Inside & { apart?: boolean }) {
  return <div className={classes('row', apart && 'row--end')}>{children}</div>;
}

type PageHeadProps = {
  readonly title: string;
  /** The title is a finding, a whole sentence. */
  readonly verdict?: boolean;
  readonly crumbs?: ReactNode;
  /** A line of facts above the title. */
  readonly over?: ReactNode;
  /** What follows from the title. */
  readonly text?: ReactNode;
  readonly acts?: ReactNode;
};

/** Head of a work page: where, what, and the acts at the right. A title people wrote keeps its direction to itself. */
export function PageHead({ title, verdict, crumbs, over, text, acts }: PageHeadProps) {
  return (
    <header className="page-head">
      {crumbs}
      {over && <p className="over num">{over}</p>}
      <div className="page-head__row">
        <h1 className={verdict ? 'verdict' : 'title'}>{verdict ? title : <bdi>{title}</bdi>}</h1>
        {acts && <div className="row">{acts}</div>}
      </div>
      {text !== undefined && <p className="soft measure">{text}</p>}
    </header>
  );
}

/** A part of a work page below a hairline. `first` has none. */
export function Section({
  title,
  aside,
  first,
  level = 2,
  children,
}: Inside & { title: string; aside?: ReactNode; first?: boolean; level?: 2 | 3 }) {
  const id = useId();
  const Heading = `h${level}` as const;
  return (
    <section className={first ? undefined : 'section'} aria-labelledby={id}>
      <div className="section__head">
        <Heading className="h3" id={id}>
          <bdi>{title}</bdi>
        </Heading>
        {aside !== undefined && <span className="t-sm faint">{aside}</span>}
      </div>
      {children}
    </section>
  );
}

/** Two columns from 60 rem: what you read, then what you do. */
export function Split({ kind, children }: Inside & { kind?: 'half' | 'wide' }) {
  return <div className={classes('split', kind && `split--${kind}`)}>{children}</div>;
}

/** Stays at the foot of the window while a long form is written. */
export function Dock({ text, children }: Inside & { text?: ReactNode }) {
  return (
    <div className="dock">
      <div className="wrap">
        <span className="grow t-sm soft">{text}</span>
        {children}
      </div>
    </div>
  );
}

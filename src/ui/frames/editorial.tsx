import { type ReactNode, useId } from 'react';

type Inside = { readonly children: ReactNode };

/** Head of a public page: one large sentence, what it means, the main acts, and the programme's own picture. */
export function Hero({ title, lead, acts, art }: { title: ReactNode; lead: ReactNode; acts?: ReactNode; art?: ReactNode }) {
  return (
    <div className={art ? 'hero' : 'hero hero--plain'}>
      <div>
        <h1 className="display">
          <bdi>{title}</bdi>
        </h1>
        <p className="lead">{lead}</p>
        {acts && <div className="hero__acts">{acts}</div>}
      </div>
      {art && <div className="hero__art">{art}</div>}
    </div>
  );
}

/** Head of a public page without picture: when, what, how many. */
export function Opening({ over, title, lead }: { over?: ReactNode; title: ReactNode; lead?: ReactNode }) {
  return (
    <header className="winners-head">
      {over !== undefined && <p className="over">{over}</p>}
      <h1 className="display">
        <bdi>{title}</bdi>
      </h1>
      {lead && <p className="lead">{lead}</p>}
    </header>
  );
}

export type DueItem = { readonly over: ReactNode; readonly main: ReactNode; readonly note?: ReactNode };

/** The strip of what is due: the first is the one that counts. */
export function Due({ items }: { items: readonly DueItem[] }) {
  return (
    <div className="due">
      {items.map(({ over, main, note }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: fixed places in a strip
        <div key={i}>
          <p className="over">{over}</p>
          <p className={i === 0 ? 'fig' : 'strong num'}>{main}</p>
          {note !== undefined && <p className="soft num">{note}</p>}
        </div>
      ))}
    </div>
  );
}

/** A chapter of a public page: its name in the margin, its matter beside it. `id` is its address on the page. */
export function Chapter({ id, title, aside, children }: Inside & { id?: string; title: string; aside?: ReactNode }) {
  const heading = useId();
  return (
    <section className="chapter" id={id} aria-labelledby={heading}>
      <header>
        <h2 className="h2" id={heading}>
          {title}
        </h2>
        {aside}
      </header>
      <div>{children}</div>
    </section>
  );
}

/** The last word of a public page. */
export function Closing({ title, children }: Inside & { title: string }) {
  return (
    <section className="closing">
      <h2 className="title">{title}</h2>
      <div className="row">{children}</div>
    </section>
  );
}

/** Words people wrote, to be read. */
export function Prose({ text }: { text: string }) {
  const paragraphs = text.split(/\n\s*\n/).filter((p) => p.trim() !== '');
  return (
    <div className="read">
      {paragraphs.map((paragraph, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no other name
        <p key={i} dir="auto">
          {paragraph}
        </p>
      ))}
    </div>
  );
}

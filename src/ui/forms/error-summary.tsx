import { useId } from 'react';
import { useFrame } from '../base/frame.tsx';

type Item = { readonly to: string; readonly text: string };

/** What keeps a form from being carried out, with a way to each field. It takes the focus when the page is the answer to that form. */
export function ErrorSummary({ title, text, items = [] }: { title: string; text?: string; items?: readonly Item[] }) {
  const heading = useId();
  const { posted } = useFrame();
  return (
    // biome-ignore lint/a11y/noAutofocus: the reader has just sent a form and this is the answer to it
    <section className="errors" aria-labelledby={heading} tabIndex={-1} autoFocus={posted}>
      <h2 id={heading}>{title}</h2>
      {text && <p>{text}</p>}
      {items.length > 0 && (
        <ul>
          {items.map((item) => (
            <li key={item.to + item.text}>
              <a href={item.to}>{item.text}</a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

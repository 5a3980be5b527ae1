import { Fragment } from 'react';

type Key = { readonly keys: readonly string[]; readonly does: string };

/** Keys of the keyboard and what they do. */
export function Keys({ of }: { of: readonly Key[] }) {
  return (
    <p className="keys">
      {of.map(({ keys, does }) => (
        <span key={does}>
          {keys.map((key) => (
            <Fragment key={key}>
              <kbd className="key">{key}</kbd>{' '}
            </Fragment>
          ))}
          {does}
        </span>
      ))}
    </p>
  );
}

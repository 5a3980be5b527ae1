import { useState } from 'react';
import { useFrame, useHref } from '../base/frame.tsx';

type Theme = 'auto' | 'light' | 'dark';
const themes: readonly Theme[] = ['auto', 'light', 'dark'];

function show(theme: Theme): void {
  if (theme === 'auto') document.documentElement.removeAttribute('data-theme');
  else document.documentElement.setAttribute('data-theme', theme);
}

/**
 * Light, dark, or as the system says. One press changes it and the server remembers: three buttons of one small form, so
 * that it needs no script; with scripts the page changes in place.
 */
export function ThemeChoice({ to, legend, names }: { to: string; legend: string; names: Readonly<Record<Theme, string>> }) {
  const { theme, path, scripts } = useFrame();
  const [chosen, setChosen] = useState<Theme>(theme);
  const action = useHref(to);
  const choose = (next: Theme): void => {
    setChosen(next);
    show(next);
    // The choice is already in force here; should the server not hear of it, the next page shows the old one.
    fetch(action, { method: 'post', body: new URLSearchParams({ theme: next, back: path }), redirect: 'manual' }).catch(() => undefined);
  };
  return (
    <form className="theme" method="post" action={action}>
      <fieldset>
        <legend>{legend}</legend>
        <input type="hidden" name="back" value={path} />
        {themes.map((name) => (
          <button
            key={name}
            type="submit"
            name="theme"
            value={name}
            aria-pressed={name === chosen}
            onClick={
              scripts
                ? (event) => {
                    event.preventDefault();
                    choose(name);
                  }
                : undefined
            }
          >
            {names[name]}
          </button>
        ))}
      </fieldset>
    </form>
  );
}

/**
 * What runs in the browser of whoever works here, on pages with and without other scripts: Ctrl K or ⌘ K finds a page by its name, and two
 * single keys help. It is served as one small script made of these functions, so each may use the others and nothing else.
 */

/** What `/go/list` answers. */
export type Going = {
  readonly label: string;
  readonly none: string;
  readonly close: string;
  readonly found: string;
  readonly groups: readonly {
    readonly name: string;
    readonly items: readonly { readonly text: string; readonly note: string; readonly to: string }[];
  }[];
};

/** Keys belong to whoever is writing. */
function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));
}

function element(tag: string, attributes: Readonly<Record<string, string>>, ...children: (Node | string)[]): HTMLElement {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

async function askForPages(base: string, words: string): Promise<Going> {
  const answer = await fetch(`${base}/go/list?q=${encodeURIComponent(words)}`, { headers: { accept: 'application/json' } });
  if (!answer.ok) throw new Error(String(answer.status));
  return (await answer.json()) as Going;
}

/** The pages found, by group; each is an option that leads where it says. */
function showPages(list: HTMLElement, base: string, { groups, none }: Going): void {
  const parts = groups.map(({ name, items }, g) => {
    const options = items.map(({ text, note, to }, i) =>
      element(
        'a',
        { role: 'option', id: `go-${g}-${i}`, href: base + to, tabindex: '-1', 'aria-selected': 'false' },
        element('bdi', {}, text),
        element('small', {}, note),
      ),
    );
    return element(
      'div',
      { role: 'group', 'aria-labelledby': `go-${g}` },
      element('p', { id: `go-${g}`, class: 'over' }, name),
      ...options,
    );
  });
  list.replaceChildren(...(parts.length > 0 ? parts : [element('p', { class: 'soft', role: 'presentation' }, none)]));
}

/** Moves the choice: the field keeps the focus and names the option (ARIA 1.2, combobox). */
function choosePage(field: HTMLElement, list: HTMLElement, step: number): void {
  const options = [...list.querySelectorAll<HTMLElement>('[role="option"]')];
  field.removeAttribute('aria-activedescendant');
  if (options.length === 0) return;
  const at = options.findIndex((option) => option.getAttribute('aria-selected') === 'true');
  const next = options[(Math.max(at + step, -1) + options.length) % options.length] ?? options[0];
  for (const option of options) option.setAttribute('aria-selected', String(option === next));
  if (next) field.setAttribute('aria-activedescendant', next.id);
  next?.scrollIntoView({ block: 'nearest' });
}

function openPalette(base: string): void {
  const before = document.querySelector<HTMLDialogElement>('dialog.palette');
  if (before) {
    if (!before.open) before.showModal();
    return;
  }
  const list = element('div', { role: 'listbox', id: 'go-list' });
  const field = element('input', {
    type: 'text',
    class: 'input',
    role: 'combobox',
    autocomplete: 'off',
    'aria-expanded': 'true',
    'aria-controls': 'go-list',
    'aria-autocomplete': 'list',
  }) as HTMLInputElement;
  const said = element('p', { class: 'vh', role: 'status' });
  const shut = element('button', { type: 'button', class: 'btn btn--quiet btn--small' });
  const dialog = element(
    'dialog',
    { class: 'palette' },
    element('div', { class: 'palette__head' }, field, shut),
    said,
    list,
  ) as HTMLDialogElement;
  let asked = 0;
  const ask = async (): Promise<void> => {
    asked += 1;
    const mine = asked;
    const going = await askForPages(base, field.value);
    // Answers may come in another order than they were asked for.
    if (mine !== asked) return;
    for (const part of [dialog, field, list]) part.setAttribute('aria-label', going.label);
    field.placeholder = going.label;
    shut.textContent = going.close;
    said.textContent = going.found;
    showPages(list, base, going);
    choosePage(field, list, 1);
  };
  const fallBack = () => location.assign(`${base}/go`);
  field.addEventListener('input', () => void ask().catch(fallBack));
  field.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') choosePage(field, list, event.key === 'ArrowDown' ? 1 : -1);
    else if (event.key === 'Enter') list.querySelector<HTMLElement>('[aria-selected="true"]')?.click();
    else return;
    event.preventDefault();
  });
  shut.addEventListener('click', () => dialog.close());
  document.body.append(dialog);
  dialog.showModal();
  ask().catch(fallBack);
}

/** `/` leads to the search of a list, `?` to the list of keys; both only while they are on and nobody is writing (WCAG 2.2, 2.1.4). */
function pressSingle(base: string, event: KeyboardEvent): void {
  if (isWriting(event.target) || document.querySelector('dialog[open]')) return;
  const search = document.querySelector<HTMLElement>('main input[type="search"]');
  if (event.key === '?') location.assign(`${base}/account/keys`);
  else if (event.key === '/' && search) search.focus();
  else return;
  event.preventDefault();
}

function listenForKeys(): void {
  const { base = '', keys } = document.documentElement.dataset;
  document.addEventListener('keydown', (event) => {
    const command = event.ctrlKey || event.metaKey;
    if (command && !event.altKey && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      openPalette(base);
    } else if (!command && !event.altKey && keys === 'on') pressSingle(base, event);
  });
}

const parts = [isWriting, element, askForPages, showPages, choosePage, openPalette, pressSingle, listenForKeys] as const;

/** The script as the browser is given it. */
export const goingScript = `'use strict';(() => {\n${parts.map(String).join('\n')}\nlistenForKeys();\n})();\n`;

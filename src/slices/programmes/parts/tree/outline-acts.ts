/**
 * The keys and the mouse in an outline of thousands of lines: what moves is one piece of the page, and nothing else is drawn again. The
 * lines stand in the page as they were sent; the tree beside them says where each may go.
 */
import type { Move } from '#core/categories/editing.ts';
import { moved, type Place, type Step, stepFrom } from '#core/categories/moving.ts';
import type { Categories } from '#core/categories/shape.ts';

export type OutlineActs = {
  readonly tree: Categories;
  readonly mayMove: boolean;
  /** After a line moved; the tree is the new one. */
  readonly onMove: (move: Move, tree: Categories) => void;
  /** Nothing lies in that direction. */
  readonly onStuck: (code: string) => void;
};

const steps: Readonly<Record<string, Step>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'out', ArrowRight: 'in' };

const codeOf = (line: Element): string => line.getAttribute('data-code') ?? '';
const lineIn = (root: Element, code: string): HTMLElement | null => root.querySelector<HTMLElement>(`a[data-code="${code}"]`);
const itemOf = (line: Element | null): HTMLElement | null => line?.closest('li') ?? null;

function listIn(root: HTMLElement, above: string | undefined): Element | null {
  const item = above === undefined ? root : itemOf(lineIn(root, above));
  const list = item?.querySelector(':scope > ul') ?? null;
  if (list || !item) return list;
  const made = document.createElement('ul');
  made.className = 'tree';
  return item.appendChild(made);
}

function putAt(root: HTMLElement, code: string, place: Place): void {
  const item = itemOf(lineIn(root, code));
  const [from, list] = [item?.parentElement, listIn(root, place.in)];
  if (!item || !list) return;
  list.insertBefore(item, place.before === undefined ? null : itemOf(lineIn(root, place.before)));
  if (from && from.children.length === 0) from.remove();
}

/** In rem, as the style sheet has it. */
const lineHeight = 2.25;

/** A list that is not drawn takes the room of its lines, so that the page is as long as it will be. */
function keepRoom(root: HTMLElement): void {
  for (const list of root.querySelectorAll<HTMLElement>('ul ul'))
    list.style.containIntrinsicBlockSize = `auto ${list.querySelectorAll('a[data-code]').length * lineHeight}rem`;
}

/** Only one line can be reached by Tab; the arrows lead to the others. */
function focusOn(root: HTMLElement, line: HTMLElement | null | undefined): void {
  if (!line) return;
  for (const each of root.querySelectorAll<HTMLElement>('a[data-code][tabindex="0"]')) each.tabIndex = -1;
  line.tabIndex = 0;
  line.focus();
}

function goFrom(root: HTMLElement, line: HTMLElement, key: string): boolean {
  if (!['ArrowUp', 'ArrowDown', 'Home', 'End'].includes(key)) return false;
  const lines = [...root.querySelectorAll<HTMLElement>('a[data-code]')];
  const at = lines.indexOf(line);
  const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: lines.length - 1 }[key];
  focusOn(root, lines[to ?? at]);
  return true;
}

/** The upper quarter of a line means before it, the lower one after it, what lies between into it. */
function placeAt(tree: Categories, line: HTMLElement, y: number): Place & { readonly where: 'before' | 'into' | 'after' } {
  const { top, height } = line.getBoundingClientRect();
  const node = tree.find(({ code }) => code === codeOf(line));
  const share = (y - top) / height;
  if (share < 0.25) return { in: node?.in, before: node?.code, where: 'before' };
  if (share <= 0.75) return { in: node?.code, where: 'into' };
  const beside = tree.filter((each) => each.in === node?.in).map(({ code }) => code);
  return { in: node?.in, before: beside[beside.indexOf(codeOf(line)) + 1], where: 'after' };
}

/** @returns what ends it */
export function actsOfOutline(root: HTMLElement, { tree: first, mayMove, onMove, onStuck }: OutlineActs): () => void {
  let tree = first;
  let dragged: string | undefined;
  const over = new AbortController();
  const on = <K extends keyof HTMLElementEventMap>(name: K, act: (event: HTMLElementEventMap[K]) => void) =>
    root.addEventListener(name, act, { signal: over.signal });
  const lineOf = (target: EventTarget | null) => (target instanceof Element ? target.closest<HTMLElement>('a[data-code]') : null);
  const go = (code: string, place: Place) => {
    const next = moved(tree, code, place);
    if (next === tree) return onStuck(code);
    tree = next;
    putAt(root, code, place);
    focusOn(root, lineIn(root, code));
    onMove({ code, ...place }, tree);
  };
  const step = (code: string, way: Step) => {
    const place = stepFrom(tree, code, way);
    if (place) go(code, place);
    else onStuck(code);
  };
  const unmark = () => root.querySelector('[data-drop]')?.removeAttribute('data-drop');

  on('keydown', (event) => {
    const line = lineOf(event.target);
    const way = steps[event.key];
    if (!line || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.altKey && way && mayMove) step(codeOf(line), way);
    else if (event.altKey || !goFrom(root, line, event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  });
  on('dragstart', (event) => {
    dragged = mayMove ? codeOf(lineOf(event.target) ?? root) : undefined;
  });
  on('dragover', (event) => {
    const line = lineOf(event.target);
    if (!line || !dragged) return;
    event.preventDefault();
    unmark();
    line.setAttribute('data-drop', placeAt(tree, line, event.clientY).where);
  });
  on('dragleave', unmark);
  on('dragend', unmark);
  on('drop', (event) => {
    const line = lineOf(event.target);
    unmark();
    if (!line || !dragged || codeOf(line) === dragged) return;
    event.preventDefault();
    const { in: above, before } = placeAt(tree, line, event.clientY);
    if (before !== dragged) go(dragged, { in: above, before });
    dragged = undefined;
  });
  keepRoom(root);
  for (const line of root.querySelectorAll<HTMLElement>('a[data-code]:not([aria-current])')) line.tabIndex = -1;
  const reached = root.querySelector<HTMLElement>('a[aria-current]') ?? root.querySelector<HTMLElement>('a[data-code]');
  if (reached) reached.tabIndex = 0;
  return () => over.abort();
}

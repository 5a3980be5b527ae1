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
const itemOf = (line: Element | null | undefined): HTMLElement | null => line?.closest('li') ?? null;

/** Found once: to look for one among thousands costs more than to move it. */
type Lines = ReadonlyMap<string, HTMLElement>;
const linesIn = (root: HTMLElement): Lines =>
  new Map(Array.from(root.querySelectorAll<HTMLElement>('a[data-code]'), (line) => [codeOf(line), line]));

function listIn(root: HTMLElement, lines: Lines, above: string | undefined): Element | null {
  const item = above === undefined ? root : itemOf(lines.get(above));
  const list = item?.querySelector(':scope > ul') ?? null;
  if (list || !item) return list;
  const made = document.createElement('ul');
  made.className = 'tree';
  return item.appendChild(made);
}

const sizeOf = (item: Element): number => item.getElementsByTagName('a').length;

/** The one an item is put past, where it goes by no more than that. */
function passedBy(item: Element, list: Element, before: Element | null): Element | null {
  if (item.parentElement !== list) return null;
  if (before !== null && before === item.previousElementSibling) return before;
  const next = item.nextElementSibling;
  return next && before === next.nextElementSibling ? next : null;
}

/** The frame in which a moved line is looked for again. */
let looking = 0;

/**
 * A line that was seen is not lost: what would leave the screen stays where it is on it, and the page goes by. Lists that come into sight
 * with it are longer than was thought where names take several lines, so it is looked for again while they are drawn.
 */
function keepInSight(line: Element, work: () => void): void {
  const { top: before } = line.getBoundingClientRect();
  work();
  const { top, bottom } = line.getBoundingClientRect();
  if (top >= 0 && bottom <= innerHeight) return;
  scrollBy({ top: top - before, behavior: 'instant' });
  cancelAnimationFrame(looking);
  let frames = 4;
  let stood = Number.NaN;
  const look = () => {
    // Whoever moves on does not wait for this one; where it stands still in sight there is nothing left to look for.
    const now = line.getBoundingClientRect();
    const inSight = now.top >= 0 && now.bottom <= innerHeight;
    if (!inSight) line.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    frames -= 1;
    if (frames > 0 && !(inSight && now.top === stood)) looking = requestAnimationFrame(look);
    stood = now.top;
  };
  looking = requestAnimationFrame(look);
}

/** Of two that change places the smaller one is taken out and put back: a family of a hundred is not drawn again, nor loses the focus. */
function putAt(root: HTMLElement, lines: Lines, code: string, place: Place): void {
  const line = lines.get(code);
  const [item, list] = [itemOf(line), listIn(root, lines, place.in)];
  if (!line || !item || !list) return;
  const before = place.before === undefined ? null : itemOf(lines.get(place.before));
  const passed = passedBy(item, list, before);
  if (passed && sizeOf(passed) <= sizeOf(item)) {
    keepInSight(line, () => list.insertBefore(passed, passed === before ? item.nextElementSibling : item));
    return;
  }
  const from = item.parentElement;
  list.insertBefore(item, before);
  if (from?.children.length === 0) from.remove();
}

/** In rem, as the style sheet has it. */
const lineHeight = 2.25;

/** A list that is not drawn takes the room of its lines, so that the page is as long as it will be. */
function keepRoom(root: HTMLElement): void {
  for (const list of root.querySelectorAll<HTMLElement>('ul ul'))
    list.style.containIntrinsicBlockSize = `auto ${list.querySelectorAll('a[data-code]').length * lineHeight}rem`;
}

/** The line a key leads to from one; the same one at the ends, undefined for any other key. */
function reachedFrom(root: HTMLElement, line: HTMLElement, key: string): HTMLElement | undefined {
  if (!['ArrowUp', 'ArrowDown', 'Home', 'End'].includes(key)) return undefined;
  const lines = [...root.querySelectorAll<HTMLElement>('a[data-code]')];
  const at = lines.indexOf(line);
  const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: lines.length - 1 }[key];
  return lines[to ?? at] ?? line;
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

/** Once the frame is drawn that whoever pressed a key waits for: what is said and counted of a move comes behind the move. */
function after(act: () => void): void {
  requestAnimationFrame(() => setTimeout(act));
}

/** @returns what ends it */
export function actsOfOutline(root: HTMLElement, { tree: first, mayMove, onMove, onStuck }: OutlineActs): () => void {
  let tree = first;
  let dragged: string | undefined;
  let reached: HTMLElement | undefined;
  const lines = linesIn(root);
  const over = new AbortController();
  const on = <K extends keyof HTMLElementEventMap>(name: K, act: (event: HTMLElementEventMap[K]) => void) =>
    root.addEventListener(name, act, { signal: over.signal });
  const lineOf = (target: EventTarget | null) => (target instanceof Element ? target.closest<HTMLElement>('a[data-code]') : null);
  /** Only one line can be reached by Tab; the arrows lead to the others. */
  const reach = (line: HTMLElement | undefined) => {
    if (!line) return;
    if (reached && reached !== line) reached.tabIndex = -1;
    line.tabIndex = 0;
    reached = line;
  };
  const focusOn = (line: HTMLElement | undefined) => {
    reach(line);
    if (line !== document.activeElement) line?.focus();
  };
  const go = (code: string, place: Place) => {
    const next = moved(tree, code, place);
    if (next === tree) return onStuck(code);
    tree = next;
    putAt(root, lines, code, place);
    focusOn(lines.get(code));
    after(() => onMove({ code, ...place }, next));
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
    const next = event.altKey ? undefined : reachedFrom(root, line, event.key);
    if (event.altKey && way && mayMove) step(codeOf(line), way);
    else if (next) focusOn(next);
    else return;
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
  for (const line of lines.values()) line.tabIndex = -1;
  reach(root.querySelector<HTMLElement>('a[aria-current]') ?? lines.values().next().value);
  return () => over.abort();
}

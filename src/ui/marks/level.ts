import { classes } from '../base/classes.ts';
import { h } from '../base/element.ts';
import { discs, laurelLeaves, laurelStem } from './outlines.ts';

export type Metal = keyof typeof discs;

function Disc({ metal }: { metal: Metal }) {
  return h('svg', { viewBox: '0 0 100 100', className: 'mark', 'aria-hidden': true }, h('path', { fillRule: 'evenodd', d: discs[metal] }));
}

/** What was won, in a line of text. Without a metal it is the word alone. */
export function Level({ metal, children }: { metal?: Metal | undefined; children?: string }) {
  return h('span', { className: classes('level', `level--${metal ?? 'none'}`) }, metal && h(Disc, { metal }), children);
}

/** The disc alone, as large as its column. */
export function Medal({ metal }: { metal: Metal }) {
  return h('span', { className: classes('medal', `medal--${metal}`) }, h(Disc, { metal }));
}

/** The open laurel: for the page of a winner, the certificate and the badge. */
export function Laurel() {
  return h(
    'svg',
    { viewBox: '0 0 100 100', className: 'mark', 'aria-hidden': true },
    h('path', { d: laurelLeaves }),
    h('path', { d: laurelStem, fill: 'none', stroke: 'currentColor', strokeWidth: '.8' }),
  );
}

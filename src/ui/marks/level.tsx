import { classes } from '../base/classes.ts';
import { discs, laurelLeaves, laurelStem } from './outlines.ts';

export type Metal = keyof typeof discs;

function Disc({ metal }: { metal: Metal }) {
  return (
    <svg viewBox="0 0 100 100" className="mark" aria-hidden>
      <path fillRule="evenodd" d={discs[metal]} />
    </svg>
  );
}

/** What was won, in a line of text. Without a metal it is the word alone. */
export function Level({ metal, children }: { metal?: Metal | undefined; children: string }) {
  return (
    <span className={classes('level', `level--${metal ?? 'none'}`)}>
      {metal && <Disc metal={metal} />}
      {children}
    </span>
  );
}

/** The disc alone, as large as its column. */
export function Medal({ metal }: { metal: Metal }) {
  return (
    <span className={classes('medal', `medal--${metal}`)}>
      <Disc metal={metal} />
    </span>
  );
}

/** The open laurel: for the page of a winner, the certificate and the badge. */
export function Laurel() {
  return (
    <svg viewBox="0 0 100 100" className="mark" aria-hidden>
      <path d={laurelLeaves} />
      <path d={laurelStem} fill="none" stroke="currentColor" strokeWidth=".8" />
    </svg>
  );
}

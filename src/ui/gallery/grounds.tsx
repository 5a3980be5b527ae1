import { Laurel, Level, Medal } from '../marks/level.ts';
import { Logo } from '../marks/logo.tsx';
import { Specimen } from './specimen.tsx';

const colours = [
  ['paper', 'the page'],
  ['sheet', 'what you write on'],
  ['sunk', 'what holds still'],
  ['ink', 'reading'],
  ['ink-2', 'secondary'],
  ['ink-3', 'captions'],
  ['rule', 'between things'],
  ['edge', 'of controls'],
  ['green', 'press, here, well'],
  ['green-tint', 'chosen'],
  ['gold-mark', 'won'],
  ['gold-tint', 'won'],
  ['silver', 'won'],
  ['bronze', 'won'],
  ['warn', 'needs care'],
  ['bad', 'is wrong'],
  ['info', 'going on'],
] as const;

/** Colour, type and marks. */
export function Grounds() {
  return (
    <>
      <Specimen id="colour" name="Colour" from="base/tokens.css">
        <div className="swatches">
          {colours.map(([name, use]) => (
            <div className="swatch" key={name}>
              <svg width="100%" height="44" aria-hidden="true">
                <rect className={`sw-${name}`} width="100%" height="44" rx="3" />
              </svg>
              <span className="t-sm">{name}</span>
              <span className="t-xs faint">{use}</span>
            </div>
          ))}
        </div>
      </Specimen>
      <Specimen id="type" name="Type" from="base/type.css">
        <div className="stack">
          <p className="display">Kept promises</p>
          <p className="title">A complaint answered by the person who can fix it</p>
          <p className="h2">How judging works</p>
          <p className="lead">A lead: what this page says, in two sentences that could stand alone.</p>
          <p className="read">
            Reading text is Source Serif 4 at 19 pixels, forty rem at the widest. It is for words people wrote and the public reads:
            entries, citations, titles, questions. <em>A citation is set in italic.</em>
          </p>
          <p className="h3">A section of a work page</p>
          <p>
            Work text is Inter at 15 pixels. All figures are tabular and lining: <span className="num">2,060 · 8.61 · 17:00</span>
          </p>
          <p className="t-sm soft">
            A caption, at 13. <span className="faint">Fainter still, and still 4.8 : 1.</span>
          </p>
          <p className="fig">8.61</p>
        </div>
      </Specimen>
      <Specimen id="marks" name="Logo and marks" from="marks/">
        <div className="row gap-wide">
          <Logo name="Plaudit" to="/gallery" />
          <span className="medal">
            <Laurel />
          </span>
          <Medal metal="gold" />
          <Medal metal="silver" />
          <Medal metal="bronze" />
        </div>
        <p className="row gap-wide gap-t">
          <Level metal="gold">Gold</Level>
          <Level metal="silver">Silver</Level>
          <Level metal="bronze">Bronze</Level>
          <Level>None</Level>
        </p>
        <p className="t-sm soft gap-t">
          The sprig is two pairs of leaves, or of hands about to meet. The level shows in the number of leaves as well as in colour. The
          open laurel is for the page of a winner, the certificate and the badge.
        </p>
      </Specimen>
    </>
  );
}

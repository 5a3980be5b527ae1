import { Button } from '../actions/button.tsx';
import { Link } from '../actions/link.tsx';
import { Level } from '../marks/level.ts';
import { Tag } from '../messages/tag.tsx';
import { Interval } from '../plots/interval.ts';
import { Specimen } from './specimen.tsx';

function Half({ theme }: { theme: 'light' | 'dark' }) {
  return (
    <div data-theme={theme} className="duo__half stack">
      <p className="h2">The hour after the flood</p>
      <p className="row">
        <Level metal="gold">Gold</Level>
        <Tag kind="ok">Submitted</Tag>
        <Tag kind="warn">Returned</Tag>
      </p>
      <Interval of={{ point: 8.61, low: 8.21, high: 9.02, ghost: 8.48 }} domain={[7, 9.5]} label="8.61, interval 8.21 to 9.02" />
      <p className="row">
        <Button kind="main">Submit</Button>
        <Button>Save</Button>
        <Link to="#both">History</Link>
      </p>
    </div>
  );
}

/** A theme holds for an element and all inside it. */
export function Both() {
  return (
    <Specimen id="both" name="Both themes at once" from="data-theme">
      <div className="duo">
        <Half theme="light" />
        <Half theme="dark" />
      </div>
    </Specimen>
  );
}

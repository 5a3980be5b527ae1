import { expect, test } from 'vitest';
import { isTimeZone } from './wall-time.ts';
import { zoneChoices } from './zone-names.ts';

const known = Intl.supportedValuesOf('timeZone');
const offered = zoneChoices(known);

test('a zone is offered once and by the name in use, and UTC is offered', () => {
  expect(zoneChoices(['Europe/Kiev', 'Asia/Kolkata', 'Asia/Calcutta', 'Europe/Oslo'])).toEqual([
    'Asia/Kolkata',
    'Europe/Kyiv',
    'Europe/Oslo',
    'UTC',
  ]);
});

test('every zone that is offered is one, and a name nobody is offered any more is still one', () => {
  expect(offered.filter((zone) => !isTimeZone(zone))).toEqual([]);
  const old = known.filter((zone) => !offered.includes(zone));
  expect(old).toContain('Europe/Kiev');
  expect(old.filter((zone) => !isTimeZone(zone))).toEqual([]);
});

test('no two names that are offered are the same zone under an old and a new name', () => {
  const nameOf = (zone: string) => new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  expect(new Set(offered.map(nameOf)).size).toBe(offered.length);
});

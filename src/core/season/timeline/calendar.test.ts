import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CalendarEvent, calendarText } from './calendar.ts';

const event: CalendarEvent = {
  uid: 'entries-closes@awards.example',
  startsAt: Date.UTC(2026, 1, 27, 17),
  endsAt: null,
  summary: 'Entries close',
};
const calendar = (change: Partial<CalendarEvent> = {}) =>
  calendarText({ name: 'Stellar, 2026', product: '-//Plaudit//EN', changedAt: Date.UTC(2026, 0, 1), events: [{ ...event, ...change }] });

/** Lines unfolded as section 3.1 says, then a text as section 3.3.11 reads it. */
const unfolded = (text: string): string[] => text.replaceAll('\r\n ', '').split('\r\n');
const readBack = (text: string, name: string): string | undefined =>
  unfolded(text)
    .find((line) => line.startsWith(`${name}:`))
    ?.slice(name.length + 1)
    .replace(/\\([\\;,nN])/g, (_all, what: string) => (what.toLowerCase() === 'n' ? '\n' : what));

describe('a calendar of the dates', () => {
  it('says every moment in UTC, under an id of its own, with the day the dates were last changed', () => {
    expect(
      calendar({ endsAt: Date.UTC(2026, 1, 27, 18), place: 'Mansion House', address: 'https://awards.example/stellar' }).split('\r\n'),
    ).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Plaudit//EN',
      'NAME:Stellar\\, 2026',
      'X-WR-CALNAME:Stellar\\, 2026',
      'BEGIN:VEVENT',
      'UID:entries-closes@awards.example',
      'DTSTAMP:20260101T000000Z',
      'DTSTART:20260227T170000Z',
      'DTEND:20260227T180000Z',
      'SUMMARY:Entries close',
      'LOCATION:Mansion House',
      'URL:https://awards.example/stellar',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('escapes what would end a value, and keeps its lines', () => {
    const description = 'Bring: proof; claims, and C:\\files\nNo badge';
    const text = calendar({ description });
    expect(text).toContain('DESCRIPTION:Bring: proof\\; claims\\, and C:\\\\files\\nNo badge\r\n');
    expect(readBack(text, 'DESCRIPTION')).toBe(description);
  });

  it('lets nobody write a line of their own, and no control', () => {
    const text = calendar({ summary: 'A\r\nATTACH:https://evil.example\u0000\u001b', address: 'https://a.example/\r\nATTACH:x' });
    expect(unfolded(text).filter((line) => line.startsWith('ATTACH'))).toEqual([]);
    expect(readBack(text, 'SUMMARY')).toBe('A\nATTACH:https://evil.example');
  });

  it('has no line over 75 octets, breaks none within a character, and reads back as it was said', () => {
    const character = fc.constantFrom('a', 'é', '日', '🏆', ' ', ',', '\\', '\n', 'ß', '👩‍🚒');
    fc.assert(
      fc.property(fc.array(character, { maxLength: 200 }), (all) => {
        const summary = all.join('');
        const text = calendar({ summary });
        const encoder = new TextEncoder();
        for (const line of text.split('\r\n')) {
          expect(encoder.encode(line).length).toBeLessThanOrEqual(75);
          expect(line.isWellFormed()).toBe(true);
        }
        expect(readBack(text, 'SUMMARY')).toBe(summary);
      }),
    );
  });
});

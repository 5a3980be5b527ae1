/** What calendars and feed readers fetch: the dates of the edition that matters now, and the news of all. */
import { type CalendarEvent, calendarText } from '#core/season/timeline/calendar.ts';
import { timelineOf } from '#core/season/timeline/edition-times.ts';
import { atomFeed, type FeedItem } from '#core/season/timeline/feed.ts';
import { zonedText } from '#core/season/wall-time.ts';
import type { Ctx } from '#platform/context.ts';
import { wordsFor } from '#words/index.ts';
import { timesOf } from '../edition.ts';
import { roundName, toldMoments } from './dates.ts';
import { type Reading, readingOf } from './reading.ts';
import type { PublicEdition } from './views.ts';

/** An edition without a written timeline has its few dates. */
function withDates(reading: Reading): Reading {
  const { edition } = reading.page;
  const times = timesOf({ ...edition, judgingOpenAt: null });
  return reading.timeline ? reading : { ...reading, timeline: timelineOf(times, edition.zone) };
}

/** What is read in another language than the first leads to pages in it. */
function querySaid({ languages }: Reading): string {
  const { shown, offered } = languages();
  return shown === offered[0] ? '' : `?lang=${shown}`;
}

const product = '-//Plaudit//Plaudit//EN';

/** The `.ics` file of a programme; `home` is the address of its page. */
export async function calendarOf(ctx: Ctx, slug: string, home: string): Promise<string> {
  const reading = withDates(await readingOf(ctx, slug));
  const { programme, edition } = reading.page;
  const { timeline: words } = wordsFor(ctx.language);
  const events = toldMoments(reading, ctx.now.getTime()).map((moment): CalendarEvent => {
    const place = moment.phase === 'ceremony' ? reading.timeline?.ceremony?.place : undefined;
    return {
      uid: `${edition.id}-${moment.path}-${moment.edge}@plaudit`,
      startsAt: moment.at,
      endsAt: null,
      summary: `${programme.name}: ${words.moment(moment, roundName(reading, moment.key))}`,
      ...(place !== undefined && { place: reading.say(place) }),
      address: home + querySaid(reading),
    };
  });
  // The same dates are the same bytes: none of them is stamped with the moment it was asked for.
  return calendarText({ name: programme.name, product, changedAt: edition.entriesOpenAt.getTime(), events });
}

function newsOf(edition: PublicEdition, ctx: Ctx, home: string, query: string): FeedItem[] {
  const { feed, dates } = wordsFor(ctx.language);
  const at = (instant: Date) => instant.getTime();
  const told = (instant: Date) => dates.full(zonedText(at(instant), edition.zone));
  const item = (key: string, instant: Date, title: string, path: string): FeedItem[] =>
    instant > ctx.now
      ? []
      : [
          {
            id: `urn:uuid:${edition.id}#${key}`,
            title,
            publishedAt: at(instant),
            updatedAt: at(instant),
            address: `${home}/${edition.slug}${path}${query}`,
          },
        ];
  return [
    ...item('open', edition.entriesOpenAt, feed.opened(edition.name, told(edition.entriesCloseAt)), ''),
    ...item('closed', edition.entriesCloseAt, feed.closed(edition.name, told(edition.judgingCloseAt)), ''),
    ...(edition.announcedAt ? item('announced', edition.announcedAt, feed.announced(edition.name), '/winners') : []),
  ];
}

/** The Atom feed of a programme: what has happened, of every published edition whose news is out. */
export async function feedOf(ctx: Ctx, slug: string, home: string): Promise<string> {
  const reading = await readingOf(ctx, slug);
  const { programme, edition, past } = reading.page;
  const query = querySaid(reading);
  return atomFeed({
    id: `${home}/news.atom${query}`,
    title: programme.name,
    language: ctx.language,
    author: programme.name,
    address: `${home}/news.atom${query}`,
    page: home + query,
    madeAt: edition.entriesOpenAt.getTime(),
    items: [edition, ...past].flatMap((each) => newsOf(each, ctx, home, query)),
  });
}

import { expect, test } from 'vitest';
import type { PersonId } from '#platform/ids.ts';
import { entryPage } from '#slices/entries/entry-page.ts';
import { entryForOwner } from '#slices/entries/index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { refusal, refusalCode } from '#tests/support/refusal.ts';
import { aMember, aSeason, aSubmission, dates, foundedWorld } from '#tests/support/season.ts';
import {
  acceptEntries,
  acceptEntry,
  changeScreening,
  entryForScreener,
  lookAgain,
  returnEntry,
  ruleOut,
  sendVerdicts,
  takeVerdictBack,
} from '../index.ts';

const database = await testDatabase();
const season = await aSeason(await foundedWorld(database));
const second = await aMember(season, season.programme, 'manager', 'Ruth Abara');
const at = (person: PersonId, clock = dates.whileOpen) => season.as(person, { clock });
const manager = () => at(season.manager);
const why = 'It was sent in twice';
const words = 'The other one is A-001.';
const out = (entry: string, more = {}) => ruleOut(manager(), { entry, version: 2, why, words, ...more });
const send = (...entries: string[]) => sendVerdicts(manager(), { edition: season.edition, entries });
const mailsTo = async (person: PersonId) => {
  const { rows } = await database.owner.pool.query<{ mail: string }>(
    `select mail from plaudit.outbox where person_id = $1 and mail like 'screening.%' order by created_at, mail`,
    [person],
  );
  return rows.map(({ mail }) => mail);
};

test('its writer learns nothing of a verdict before it is sent, then why, and that it is taken back', async () => {
  const { entry, owner } = await aSubmission(season);
  const before = await entryPage(at(owner), entry);
  await out(entry);
  expect(await entryPage(at(owner), entry)).toEqual(before);
  expect(await mailsTo(owner)).toEqual([]);
  expect(await send(entry)).toEqual({ done: [entry], left: [] });
  const told = await entryPage(at(owner), entry);
  expect([told.state, told.note, told.number === before.number, told.mayWithdraw]).toEqual([
    'ineligible',
    `${why}\n\n${words}`,
    true,
    false,
  ]);
  expect(await mailsTo(owner)).toEqual(['screening.not-eligible']);
  expect(await refusalCode(acceptEntry(manager(), { entry }))).toBe('screening.not-waiting');
  await takeVerdictBack(manager(), { entry });
  const back = await entryForOwner(at(owner), entry);
  expect([back.state, back.note, back.ineligibleAt]).toEqual(['submitted', '', null]);
  expect((await mailsTo(owner)).sort()).toEqual(['screening.looked-at-again', 'screening.not-eligible']);
  await acceptEntry(manager(), { entry });
  const { decisions } = await entryForScreener(manager(), entry);
  expect(decisions.map(({ verdict }) => verdict).sort()).toEqual(['accepted', 'ruledOut', 'sent', 'undone']);
});

test('one that is held is neither accepted nor sent back until it is taken back, of which nobody is told', async () => {
  const { entry, owner } = await aSubmission(season);
  await out(entry);
  expect(await refusalCode(acceptEntry(manager(), { entry }))).toBe('screening.verdict-stands');
  expect(await refusalCode(returnEntry(manager(), { entry, reason: 'Mend it.', about: [] }))).toBe('screening.verdict-stands');
  expect(await refusalCode(acceptEntries(manager(), { edition: season.edition, entries: [entry] }))).toBe('screening.none-waiting');
  expect(await refusalCode(out(entry))).toBe('screening.verdict-stands');
  await takeVerdictBack(manager(), { entry });
  expect(await refusalCode(takeVerdictBack(manager(), { entry }))).toBe('screening.no-verdict');
  expect(await mailsTo(owner)).toEqual([]);
});

test('what was changed since the screener read it is refused, and so is a reason the edition does not have', async () => {
  const { entry } = await aSubmission(season);
  expect(await refusalCode(out(entry, { version: 1 }))).toBe('screening.read-otherwise');
  expect((await refusal(out(entry, { why: 'I do not like it' }))).fields).toEqual(['why: field.invalid']);
});

test('a duplicate names the entry that competes in its place, by its number, and never itself', async () => {
  const [one, other] = [await aSubmission(season), await aSubmission(season)];
  expect((await refusal(out(one.entry, { duplicateOf: 'Z-999' }))).fields).toEqual(['duplicateOf: field.invalid']);
  expect((await refusal(out(one.entry, { duplicateOf: one.number }))).fields).toEqual(['duplicateOf: field.invalid']);
  await out(one.entry, { duplicateOf: other.number.toLowerCase() });
  expect((await entryForScreener(manager(), one.entry)).verdict?.duplicate).toEqual({ id: other.entry, number: other.number });
});

test('where the edition asks for two, nothing is sent before another screener agrees, and nothing over one who does not', async () => {
  const two = await aSeason(season);
  const other = await aMember(two, two.programme, 'manager', 'Piet Aldous');
  const as = (person: PersonId) => two.as(person, { clock: dates.whileOpen });
  await changeScreening(as(two.manager), { edition: two.edition, secondLook: true, reasons: [why, why] });
  const [agreed, disputed] = [(await aSubmission(two)).entry, (await aSubmission(two)).entry];
  for (const entry of [agreed, disputed]) await ruleOut(as(two.manager), { entry, version: 2, why, words: '' });
  const sending = () => sendVerdicts(as(two.manager), { edition: two.edition, entries: [agreed, disputed] });
  expect(await refusalCode(sending())).toBe('screening.none-to-send');
  expect(await refusalCode(lookAgain(as(two.manager), { entry: agreed, agrees: 'yes' }))).toBe('screening.same-person');
  expect((await refusal(lookAgain(as(other), { entry: disputed, agrees: 'no' }))).fields).toEqual(['remark: field.required']);
  await lookAgain(as(other), { entry: agreed, agrees: 'yes' });
  await lookAgain(as(other), { entry: disputed, agrees: 'no', remark: 'They are two.' });
  expect(await refusalCode(lookAgain(as(other), { entry: agreed, agrees: 'yes' }))).toBe('screening.looked-already');
  expect(await sending()).toEqual({ done: [agreed], left: [disputed] });
  const seen = await entryForScreener(as(other), disputed);
  expect([seen.verdict?.state, seen.verdict?.looked?.remark]).toEqual(['disputed', 'They are two.']);
  expect(await refusalCode(lookAgain(as(other), { entry: agreed, agrees: 'no', remark: 'Late.' }))).toBe('screening.verdict-sent');
});

test('what was sent stays once judging is over, and until then it can be taken back', async () => {
  const [last, late] = [(await aSubmission(season)).entry, (await aSubmission(season)).entry];
  for (const entry of [last, late]) await out(entry);
  await send(last, late);
  const end = dates.judgingCloseAt.getTime();
  await takeVerdictBack(at(second, new Date(end - 1)), { entry: last });
  expect(await refusalCode(takeVerdictBack(at(second, new Date(end)), { entry: late }))).toBe('screening.judging-over');
});

import { expect, test } from 'vitest';
import { testDatabase } from '#tests/support/database.ts';
import { refusalCode } from '#tests/support/refusal.ts';
import { aMember, aPerson, aSeason, dates, foundedWorld } from '#tests/support/season.ts';
import { callOf } from '../public/call.ts';
import { decideRemark, makeRemark, withdrawRemark } from './remarks.ts';
import { letGoOfRemarks } from './store.ts';
import { remarksForManager, remarksForPublic } from './views.ts';

const database = await testDatabase();
const season = await aSeason(await foundedWorld(database));
const { programme, slug } = season;
const at = (hours: number) => new Date(dates.whileOpen.getTime() + hours * 3_600_000);
const manager = (hours = 1) => season.as(season.manager, { clock: at(hours) });
const shown = async () => (await remarksForPublic(season.asVisitor({ clock: at(9) }), slug, new URLSearchParams())).remarks;
const queue = (query = '') => remarksForManager(manager(), slug, new URLSearchParams(query));

const hostile = '<script>alert(1)</script>\n\n[a](javascript:alert(1)) \u202Eevil';

test('what somebody says is shown to nobody before a manager lets it be, then without their name and with the answer', async () => {
  const writer = await aPerson(season, 'Orla Tennant');
  const { remark } = await makeRemark(season.as(writer, { clock: at(0) }), { programme, kind: 'question', body: `  ${hostile}  ` });
  expect(await shown()).toEqual([]);
  const waiting = (await queue()).remarks;
  expect(waiting.map(({ by, body }) => [by, body])).toEqual([['Orla Tennant', hostile]]);
  await decideRemark(manager(), { remark, version: 1, state: 'shown', answer: 'It may.' });
  const [one] = await shown();
  expect([one?.body, one?.answer, JSON.stringify(one).includes('Orla')]).toEqual([hostile, 'It may.', false]);
  expect((await callOf(season.asVisitor({ clock: at(9) }), slug)).asked.map(({ id }) => id)).toEqual([remark]);
  expect(await refusalCode(decideRemark(manager(), { remark, version: 1, state: 'declined', answer: '' }))).toBe('general.stale-version');
  const undo = (await queue(`decided=${remark}+waiting+shown`)).decided;
  expect(undo).toEqual({ remark, before: 'waiting', now: 'shown', version: 2, answer: 'It may.' });
  await decideRemark(manager(), { remark, version: 2, state: 'waiting', answer: 'It may.' });
  expect([await shown(), (await queue()).counts]).toEqual([[], { waiting: 1, shown: 0, declined: 0 }]);
  expect((await queue(`decided=${remark}+waiting+shown`)).decided).toBeUndefined();
  expect(await refusalCode(withdrawRemark(manager(), { remark }))).toBe('general.not-found');
  await withdrawRemark(season.as(writer, { clock: at(2) }), { remark });
  expect((await queue()).counts).toEqual({ waiting: 0, shown: 0, declined: 0 });
});

test('nobody floods the queue: three may wait and six be said within a day, and managers get one mail while something waits', async () => {
  await aMember(season, programme, 'manager', 'Noor Hallisey');
  const mails = async () => {
    const { rows } = await database.owner.pool.query<{ count: number }>(
      "select count(*)::int as count from plaudit.outbox where mail = 'programmes.remark-waits'",
    );
    return rows[0]?.count ?? 0;
  };
  const before = await mails();
  const writer = await aPerson(season);
  const says = (hours: number) => makeRemark(season.as(writer, { clock: at(hours) }), { programme, kind: 'comment', body: 'Thank you.' });
  const made: string[] = [];
  for (let i = 0; i < 3; i += 1) made.push((await says(10)).remark);
  const managers = 3;
  expect((await mails()) - before).toBe(managers);
  expect(await refusalCode(says(11))).toBe('remarks.waiting-already');
  for (const remark of made) await decideRemark(manager(12), { remark, version: 1, state: 'declined', answer: '' });
  const more = await Promise.allSettled([says(13), says(13), says(13), says(13)]);
  expect(more.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
  expect((await mails()) - before).toBe(2 * managers);
  for (const { id, version } of (await queue()).remarks)
    await decideRemark(manager(14), { remark: id, version, state: 'shown', answer: '' });
  expect(await refusalCode(says(15))).toBe('remarks.too-many');
  expect((await says(36)).remark).toMatch(/^[0-9a-f-]{36}$/);
  const draft = await aSeason(season, { published: false });
  const elsewhere = { programme: draft.programme, kind: 'question', body: 'Is there one?' } as const;
  expect(await refusalCode(makeRemark(season.as(writer, { clock: at(0) }), elsewhere))).toBe('general.not-found');
  expect(await refusalCode(makeRemark(season.asVisitor({ clock: at(0) }), { ...elsewhere, programme }))).toBe('general.sign-in-needed');
  const [, walked] = [await letGoOfRemarks(season.asSystem(), at(24 * 200)), (await queue('state=declined')).counts];
  expect(walked).toEqual({ waiting: 0, shown: 3, declined: 0 });
});

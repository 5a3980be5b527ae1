import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type SaveAnswer, type SaveStatus, startAutosave } from './autosave.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A server that gives these answers in turn, and what the writer is told. */
function writing(...answers: readonly SaveAnswer[]) {
  const told: SaveStatus['kind'][] = [];
  let sent = 0;
  const autosave = startAutosave({
    send: async () => answers[sent++] ?? { kind: 'saved', version: sent },
    tell: (status) => told.push(status.kind),
    now: () => Date.now(),
  });
  return { autosave, told, sent: () => sent };
}

test('a save waits for a moment of quiet and then sends once', async () => {
  const { autosave, told, sent } = writing();
  for (let i = 0; i < 5; i++) {
    autosave.touch();
    await vi.advanceTimersByTimeAsync(1_000);
  }
  expect(sent()).toBe(0);
  await vi.advanceTimersByTimeAsync(300);
  expect([sent(), ...told]).toEqual([1, 'touched', 'saving', 'saved']);
});

test('what is written while a save is under way is saved after it', async () => {
  let answer: (a: SaveAnswer) => void = () => {};
  let sent = 0;
  const autosave = startAutosave({
    send: async () => {
      const given = await new Promise<SaveAnswer>((resolve) => {
        answer = resolve;
      });
      sent += 1;
      return given;
    },
    tell: () => {},
    now: () => Date.now(),
  });
  autosave.touch();
  await vi.advanceTimersByTimeAsync(1_300);
  autosave.touch();
  answer({ kind: 'saved', version: 2 });
  await vi.advanceTimersByTimeAsync(0);
  expect(autosave.hasUnsaved()).toBe(true);
  await vi.advanceTimersByTimeAsync(1_300);
  answer({ kind: 'saved', version: 3 });
  await vi.advanceTimersByTimeAsync(0);
  expect([sent, autosave.hasUnsaved()]).toEqual([2, false]);
});

test('while the server cannot be reached it is tried again, each time after twice the wait, and nothing is lost', async () => {
  const { autosave, told, sent } = writing({ kind: 'unreachable' }, { kind: 'unreachable' }, { kind: 'saved', version: 2 });
  autosave.touch();
  await vi.advanceTimersByTimeAsync(1_300);
  expect([sent(), autosave.hasUnsaved()]).toEqual([1, true]);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(sent()).toBe(2);
  await vi.advanceTimersByTimeAsync(4_000);
  expect([sent(), autosave.hasUnsaved()]).toEqual([3, false]);
  expect(told).toEqual(['touched', 'saving', 'not-saved', 'saving', 'not-saved', 'saving', 'saved']);
});

test('a refusal ends the saving, because a later try would be told the same', async () => {
  const { autosave, told, sent } = writing({ kind: 'refused', message: 'Somebody else changed this.', mendable: false });
  autosave.touch();
  await vi.advanceTimersByTimeAsync(1_300);
  autosave.touch();
  await vi.advanceTimersByTimeAsync(60_000);
  expect([sent(), ...told]).toEqual([1, 'touched', 'saving', 'refused']);
});

test('leaving saves at once what is not saved, and nothing when all is', async () => {
  const { autosave, sent } = writing();
  await autosave.flush();
  expect(sent()).toBe(0);
  autosave.touch();
  await autosave.flush();
  expect([sent(), autosave.hasUnsaved()]).toEqual([1, false]);
});

test('words that were refused are not sent again, but the mended ones are', async () => {
  const { autosave, told, sent } = writing({ kind: 'refused', message: 'The limit is 6000 characters.', mendable: true });
  autosave.touch();
  await vi.advanceTimersByTimeAsync(60_000);
  expect([sent(), ...told]).toEqual([1, 'touched', 'saving', 'refused']);
  autosave.touch();
  await vi.advanceTimersByTimeAsync(2_000);
  expect([sent(), ...told]).toEqual([2, 'touched', 'saving', 'refused', 'saving', 'saved']);
  expect(autosave.hasUnsaved()).toBe(false);
});

/**
 * How long a press of a key takes until what it changed is painted, in a browser on a processor four times slower than this one. From the
 * instant the browser took the press to the end of the frame after it: the first task that runs once the frame was drawn.
 */
import type { CDPSession, Page } from '@playwright/test';

export const throttle = 4;

declare global {
  interface Window {
    plauditPresses: number[];
  }
}

function watchPresses(): void {
  window.plauditPresses = [];
  const drawn = (from: number) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => window.plauditPresses.push(performance.now() - from);
    port2.postMessage(undefined);
  };
  // Of a press with a key held, the held one is none: counted, every second press would not wait for its frame.
  const take = ({ key, timeStamp }: KeyboardEvent) => key !== 'Alt' && requestAnimationFrame(() => drawn(timeStamp));
  addEventListener('keydown', take, { capture: true });
}

export type Watched = { readonly page: Page; readonly session: CDPSession };

/** From now on every press of the page is timed. */
export async function watch(page: Page): Promise<Watched> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.evaluate(watchPresses);
  return { page, session };
}

export async function slowDown({ session }: Watched): Promise<void> {
  await session.send('Emulation.setCPUThrottlingRate', { rate: throttle });
}

/** CPU milliseconds the page's own thread has worked. */
export async function worked({ session }: Watched): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1_000;
}

/** Milliseconds, one for each of `keys` in turn, `times` over: each is painted before the next is pressed. */
export async function press({ page }: Watched, keys: readonly string[], times: number): Promise<readonly number[]> {
  await page.evaluate(() => {
    window.plauditPresses = [];
  });
  for (let i = 0; i < keys.length * times; i += 1) {
    await page.keyboard.press(keys[i % keys.length] ?? '');
    await page.waitForFunction((done) => window.plauditPresses.length > done, i);
  }
  return page.evaluate(() => window.plauditPresses);
}

export const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? 0;

/** The page that recounts without a network, opened from a file: what it says is what the command line says, letter by letter. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from '../support/page.ts';
import { blendOverrides, blendRules, blendSources } from '../support/tally/blend.ts';
import { asBundleFile, type Bundles, bomb, flipped, forge, makeBundles } from '../support/tally/bundles.ts';
import { bundlesOf } from '../support/tally/record-tally.ts';

const program = resolve(import.meta.dirname, '../../src/cli/main.ts');

let folder: string;
let bundles: Bundles;
const at = (name: string): string => join(folder, name);
const command = (...words: string[]) => spawnSync(process.execPath, [program, 'recount', ...words], { cwd: folder, encoding: 'utf8' });

test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'verifier-'));
  execFileSync(process.execPath, [program, 'recount', '--page', at('verify.html')], { stdio: 'ignore' });
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The page as somebody opens it who pulled the cable; whatever it asks for beyond itself is told. */
async function opened(page: Page): Promise<string[]> {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (!/^(file|blob):/.test(request.url())) asked.push(request.url());
  });
  page.on('pageerror', (error) => asked.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') asked.push(message.text());
  });
  await page.context().setOffline(true);
  await page.goto(pathToFileURL(at('verify.html')).href);
  return asked;
}

async function recount(page: Page, name: string, keys = ''): Promise<void> {
  await page.getByLabel('Recount bundle (zip)').setInputFiles(at(name));
  await page.getByLabel(/^Keys you know/).fill(keys);
  await page.getByRole('button', { name: 'Recount', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Recount', exact: true })).toBeEnabled();
}

test.describe('with scripts', { tag: '@scripts' }, () => {
  test.beforeAll(async () => {
    bundles = await makeBundles(folder);
    const whole = readFileSync(bundles.public);
    forge(bundles.public, at('flipped.zip'), 'ballots.jsonl', flipped);
    const blend = bundlesOf(blendSources, blendRules, blendOverrides).bundles;
    asBundleFile(at('blend.zip'), blend.auditor);
    asBundleFile(at('blend.public.zip'), blend.public);
    forge(at('blend.zip'), at('blend.changed.zip'), 'metrics.jsonl', (text) => text.replace('"34"', '"33"'));
    writeFileSync(at('cut.zip'), whole.subarray(0, whole.length - 100));
    writeFileSync(at('changed.zip'), whole.with(5000, (whole[5000] ?? 0) ^ 1));
    writeFileSync(at('empty.zip'), '');
    writeFileSync(at('bomb.zip'), bomb(501));
  });

  for (const name of ['award.zip', 'award.public.zip', 'flipped.zip', 'blend.zip', 'blend.public.zip', 'blend.changed.zip']) {
    test(`the page and the command agree byte for byte on ${name}`, async ({ page }) => {
      const asked = await opened(page);
      await recount(page, name, bundles.key);
      const said = command(name, '--key', bundles.key).stdout;
      await expect(page.getByRole('status')).toHaveText(said.trimEnd().split('\n').at(-1) ?? '');
      const saving = page.waitForEvent('download');
      await page.getByRole('link', { name: 'Save this text' }).click();
      expect(readFileSync(await (await saving).path(), 'utf8')).toBe(said);
      expect(await page.locator('#output').textContent()).toBe(said);
      expect(asked).toEqual([]);
    });
  }

  for (const name of ['cut.zip', 'changed.zip', 'empty.zip', 'bomb.zip']) {
    test(`the page refuses ${name} in the words of the command, and counts the next bundle`, async ({ page }) => {
      const asked = await opened(page);
      await recount(page, name);
      const said = command(name);
      expect([said.status, said.stdout]).toEqual([1, '']);
      const status = page.getByRole('status');
      await expect(status).not.toHaveText('Counting …');
      expect(said.stderr).toContain(await status.innerText());
      await expect(page.locator('#output')).toBeHidden();
      await recount(page, 'award.public.zip');
      await expect(status).toHaveText('The recount agrees.');
      expect(asked).toEqual([]);
    });
  }

  test('a key that was not copied whole is refused before anything is counted', async ({ page }) => {
    await opened(page);
    await recount(page, 'award.public.zip', bundles.key.slice(0, -3));
    await expect(page.getByRole('status')).toContainText('is not a key. Copy it whole');
  });

  for (const width of [360, 1280]) {
    test(`the page is accessible in either theme at ${width} pixels, before and after it counted`, async ({ page }) => {
      const accessible = async (what: string) => {
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          await expectAccessible(page, { coloursOnly: colorScheme === 'dark' });
          if (process.env.PLAUDIT_SHOTS)
            await page.screenshot({ path: join(process.env.PLAUDIT_SHOTS, `${colorScheme}-${width}-${what}.png`), fullPage: true });
        }
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      };
      await page.setViewportSize({ width, height: 800 });
      await opened(page);
      await accessible('before');
      for (const name of ['award.zip', 'flipped.zip']) {
        await recount(page, name);
        await expect(page.locator('#output')).toBeVisible();
        await accessible(name);
      }
    });
  }

  test('the page is the same bytes each time it is made, and names no address it could reach', () => {
    const page = readFileSync(at('verify.html'), 'utf8');
    execFileSync(process.execPath, [program, 'recount', '--page', at('again.html')], { stdio: 'ignore' });
    expect(readFileSync(at('again.html'), 'utf8') === page).toBe(true);
    const [policy] = /(?<=Content-Security-Policy" content=")[^"]+/.exec(page) ?? [];
    expect(policy?.replaceAll(/sha256-[^']+/g, 'sha256')).toBe(
      "default-src 'none'; script-src 'sha256'; style-src 'sha256'; font-src data:; base-uri 'none'; form-action 'none'",
    );
    // What is left are names of JSON Schema's dialects, which a library carries as texts.
    const addresses = [...page.matchAll(/\b(?:https?|wss?|ftp):\/\/[\w.][^\s"'`)]*/g)].map(([address]) => address);
    expect(addresses.filter((address) => !/^https?:\/\/json-schema\.org\/draft/.test(address))).toEqual([]);
    const reaching =
      /\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts|\bimport\(|<[^>]+\bsrc=|@import|:\s*url\((?!data:)/g;
    expect(page.match(reaching)?.map((found) => found.slice(0, 80)) ?? []).toEqual([]);
  });
});

test('without scripts the page says what counts instead', { tag: '@no-scripts' }, async ({ page }) => {
  await opened(page);
  await expect(page.getByText('The same recount runs by ./plaudit recount bundle.zip.')).toBeVisible();
  await expect(page.getByRole('button')).toHaveCount(0);
});

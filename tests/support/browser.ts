/** People at a browser of their own, and the mail they get. */
import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, expect, type Page, type TestInfo } from '@playwright/test';
import type { Application } from './application.ts';

/** Somebody who never opened the application before, with the project's kind of browser. */
export async function somebody(browser: Browser, { project }: TestInfo, baseURL: string): Promise<Page> {
  const { javaScriptEnabled, locale, timezoneId } = project.use;
  const context = await browser.newContext({
    baseURL,
    ...(javaScriptEnabled !== undefined && { javaScriptEnabled }),
    ...(locale !== undefined && { locale }),
    ...(timezoneId !== undefined && { timezoneId }),
  });
  return context.newPage();
}

/** Everything a page should not do while it is used: errors in its console, requests to another host. */
export function faultsOf(page: Page, home: string): string[] {
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(home) && !request.url().startsWith('data:')) faults.push(`${page.url()} asked ${request.url()}`);
  });
  return faults;
}

export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/sign-in');
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: 'Sign in with password' }) });
  await form.getByRole('textbox', { name: 'E-mail address' }).fill(email);
  await form.getByLabel('Password').fill(password);
  await form.getByRole('button', { name: 'Sign in with password' }).click();
  await expect(page).not.toHaveURL(/sign-in/);
}

type Mail = { readonly to: string; readonly subject: string; readonly text: string | null };

const plaudit = resolve(import.meta.dirname, '../../plaudit');

/** The command line, on the machine of an installation that runs. */
export async function commandLine(
  { dataFolder, url }: Pick<Application, 'dataFolder' | 'url'>,
  ...args: readonly string[]
): Promise<string> {
  const settings = { PLAUDIT_DATA: dataFolder, PLAUDIT_URL: url };
  const { stdout } = await promisify(execFile)(plaudit, args, { env: { ...process.env, ...settings } });
  return stdout;
}

/** Newest first; those of the application all journeys use from the process beside it. */
export async function mailsOf(application: Pick<Application, 'dataFolder' | 'url'>): Promise<Mail[]> {
  const { PLAUDIT_JOURNEYS_URL: shared, PLAUDIT_JOURNEYS_MAILS: mailbox = '' } = process.env;
  if (application.url === shared) return (await (await fetch(mailbox)).json()) as Mail[];
  return JSON.parse(await commandLine(application, 'mail', '--json', '--limit', '500')) as Mail[];
}

/** The address in the newest mail to somebody, as they would press it. */
export function linkIn(mails: readonly Mail[], to: string): string {
  const [, link = ''] = /(https?:\/\/\S+)/.exec(mails.find((mail) => mail.to === to)?.text ?? '') ?? [];
  return link;
}

type Running = Pick<Application, 'dataFolder' | 'url'>;

/** Asks for a link on the way to one's account, and presses it. */
export async function askForLink(page: Page, application: Running, email: string): Promise<void> {
  await page.goto('/sign-in?to=/account');
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: 'Send me a link' }) });
  await form.getByLabel('E-mail address').fill(email);
  await form.getByRole('button', { name: 'Send me a link' }).click();
  await expect(page).toHaveURL(/sent=/);
  await page.goto(linkIn(await mailsOf(application), email));
}

/** Somebody new, signed in by a mailed link. */
export async function arrive(browser: Browser, info: TestInfo, application: Running, name: string): Promise<{ page: Page; email: string }> {
  const page = await somebody(browser, info, application.url);
  const email = `${name.toLowerCase().replace(' ', '.')}.${info.project.name}.${info.retry}@people.example`;
  await askForLink(page, application, email);
  await page.getByLabel('Your name').fill(name);
  await page.getByRole('button', { name: 'Make my account' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  return { page, email };
}

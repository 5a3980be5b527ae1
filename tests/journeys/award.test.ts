import { expect, type Page, test } from '@playwright/test';
import { type Application, startApplication } from '../support/application.ts';
import { commandLine, linkIn, mailsOf, somebody } from '../support/browser.ts';

const judges = ['Maren Oduya', 'Tobiah Renn', 'Sunniva Achterberg'] as const;
const addressOf = (name: string) => `${name.toLowerCase().replace(' ', '.')}@judges.example`;

const criteria = [
  ['Result for customers', '35'],
  ['Originality', '20'],
  ['Craft', '20'],
  ['Evidence', '15'],
  ['Reach', '10'],
] as const;

/** What each judge gives, in the order of `judges`; the first entry wins with 8.40 against 7.70. */
const marks: Readonly<Record<string, readonly (readonly number[])[]>> = {
  'Three rings, one human': [
    [9, 8, 8, 8, 7],
    [8, 8, 9, 9, 8],
    [9, 8, 9, 8, 8],
  ],
  'Plain letters for long lives': [
    [8, 7, 8, 8, 7],
    [7, 8, 8, 8, 8],
    [8, 7, 8, 8, 7],
  ],
};

/** As the browser's own control for day and time takes it. */
const wall = (days: number) => `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T12:00`;

async function becomeOrganiser(page: Page, application: Application): Promise<void> {
  await expect.poll(() => application.said()).toMatch(/\/set-up\/\S+/);
  await page.goto(/https?:\S+\/set-up\/\S+/.exec(application.said())?.[0] ?? '');
  await page.getByLabel('Your organisation').fill('Aldersea Institute of Service');
  await page.getByLabel('Your name').fill('Ilse Quarrington');
  await page.getByLabel('E-mail address').fill('ilse.quarrington@aldersea.example');
  await page.getByLabel('Password').fill('a sentence is easier');
  await page.getByRole('button', { name: 'Make my account' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('No programme yet');
}

async function makeProgramme(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Make a programme' }).first().click();
  await page.getByLabel('Name', { exact: true }).fill('The Handbell Awards');
  await page.getByLabel('What it is for, in a few words').fill('For the service people remember');
  await page.getByLabel('What it is for, in a few sentences').fill('For teams that changed something their customers could feel.');
  await page.getByLabel('Time zone').selectOption('Europe/Dublin');
  await page.getByRole('button', { name: 'Make the programme' }).click();
  await page.getByLabel('Name', { exact: true }).fill('2027');
  await page.getByLabel('Entries open').fill(wall(-1));
  await page.getByLabel('Entries close').fill(wall(30));
  await page.getByLabel('Judging ends').fill(wall(60));
  await page.getByLabel('Judges for each entry').fill('3');
  await page.getByLabel('Ballots an entry needs to be counted').fill('2');
  await page.getByRole('button', { name: 'Make the edition' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('missing');
}

async function addCategory(page: Page, code: string, name: string): Promise<void> {
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: 'Add the category' }) });
  if (!(await form.isVisible())) await page.getByText('Add a category', { exact: true }).first().click();
  await form.getByLabel('Code').fill(code);
  await form.getByLabel('Name').fill(name);
  await form.getByRole('button', { name: 'Add the category' }).click();
  await expect(page.getByRole('list', { name: 'The category tree' }).getByText(name, { exact: true })).toBeVisible();
}

/** Goes on to the next field by the key, and types there; a list goes to the line that begins so. */
async function typeNext(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Tab');
  await page.keyboard.type(text);
}

/** Without a pointer, from the link to the sentence and the category the rule counts in. */
async function writeRuleByKeyboard(page: Page): Promise<void> {
  const scripts = test.info().project.use.javaScriptEnabled !== false;
  await page.getByRole('link', { name: 'Change the rules' }).press('Enter');
  await page.getByRole('link', { name: 'Add a rule' }).press('Enter');
  await page.locator('#rule').getByLabel('Key').focus();
  await page.keyboard.type('with-a-file');
  await typeNext(page, 'A file beside it');
  await page.keyboard.press('Tab');
  await typeNext(page, 'The number of files');
  await typeNext(page, 'is at least');
  await typeNext(page, '1');
  const sentence = 'An entry may be sent in only if the number of files with the entry is at least 1.';
  if (scripts) await expect(page.getByText(sentence)).toBeVisible();
  await page.getByRole('button', { name: 'Save the rule' }).press('Enter');
  await expect(page.getByText('The rule is saved.')).toBeVisible();
  await expect(page.getByText(sentence).first()).toBeVisible();
  await page.getByLabel('Let it count in').focus();
  await page.keyboard.type('A Contact');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByText('It counts there now.')).toBeVisible();
}

async function publishCall(page: Page): Promise<void> {
  const edition = page.url();
  await page.getByRole('link', { name: 'Change the tree' }).click();
  await addCategory(page, 'A', 'Contact centre of the year');
  await page.getByRole('link', { name: 'Choose nothing' }).click();
  await addCategory(page, 'B', 'Team of the yere');
  await page.getByLabel('Name', { exact: true }).first().fill('Team of the year');
  await page.getByRole('button', { name: 'Save the category' }).click();
  await expect(page.getByText('The category is saved.')).toBeVisible();
  await page.goto(edition);
  await writeRuleByKeyboard(page);
  await page.goto(edition);
  await page.getByRole('link', { name: 'Write the criteria' }).click();
  for (const [i, [name, weight]] of criteria.entries()) {
    const row = page.getByRole('group', { name: `Criterion ${i + 1}` });
    await row.getByLabel('Name').fill(name);
    await row.getByLabel('Weight').fill(weight);
  }
  await page.getByRole('button', { name: 'Save the criteria' }).click();
  await expect(page.getByRole('table', { name: 'Criteria of main with their weights' }).getByRole('row')).toHaveCount(6);
  await page.goto(edition);
  await page.getByRole('button', { name: 'Publish the call' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'The call is published.' })).toBeVisible();
}

async function arriveByMail(page: Page, application: Application): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', { name: 'Start an entry' }).first().click();
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: 'Send me a link' }) });
  await form.getByLabel('E-mail address').fill('noreen@saltmarsh-lane.example');
  await form.getByRole('button', { name: 'Send me a link' }).click();
  await expect(page.getByRole('heading', { name: 'A link is on its way' })).toBeVisible();
  await page.goto(linkIn(await mailsOf(application), 'noreen@saltmarsh-lane.example'));
  await page.getByLabel('Your name').fill('Noreen Castellane');
  await page.getByRole('button', { name: 'Make my account' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Start an entry' })).toBeVisible();
}

/** With scripts it goes by itself; without, with the form. */
async function putBeside(page: Page, file: string): Promise<void> {
  await page
    .getByLabel('Choose a file')
    .setInputFiles({ name: file, mimeType: 'text/plain', buffer: Buffer.from('Month,Calls\nMay,94\n') });
  const scripts = test.info().project.use.javaScriptEnabled !== false;
  if (scripts) await expect(page.getByText('Stored.')).toBeVisible();
  await page.getByRole('button', { name: scripts ? 'Save the draft' : 'Save with this file' }).click();
  await expect(page.getByRole('link', { name: file })).toBeVisible();
}

/** `refused`: it is sent in without its file first, which the rule of the category does not allow. */
async function enter(page: Page, title: string, nominee: string, file: string, refused = false): Promise<string> {
  await page.goto('/p/the-handbell-awards/enter');
  await page.getByRole('radio', { name: /Contact centre of the year/ }).check();
  await page.getByRole('button', { name: 'Start writing' }).click();
  await page.getByLabel('Who is it about?').fill(nominee);
  await page.getByLabel('Title').fill(title);
  await page.getByRole('textbox', { name: 'Your story' }).fill('The telephone rings three times at most.\n\nThen one of us answers.');
  if (refused) {
    await page.getByRole('button', { name: 'Submit the entry' }).click();
    const told = page.getByRole('link', { name: 'The number of files with the entry is 0; at least 1 is needed.' });
    await expect(told).toHaveAttribute('href', '#write-rules-with-a-file');
    await expect(page.locator('#write-rules-with-a-file')).toContainText('Not met');
  }
  await putBeside(page, file);
  await page.getByRole('button', { name: 'Submit the entry' }).click();
  await expect(page.getByText('Your entry is in.')).toBeVisible();
  return (
    (await page
      .getByText(/^A-\d{3}$/)
      .first()
      .textContent()) ?? ''
  );
}

async function accept(page: Page, title: string): Promise<void> {
  await page.goto('/manage/the-handbell-awards/2027/entries');
  await page.getByRole('link', { name: title }).click();
  await page.getByRole('button', { name: 'Accept the entry' }).click();
  await expect(page.getByRole('button', { name: 'Take the acceptance back' })).toBeVisible();
}

async function inviteJudge(page: Page, name: string): Promise<void> {
  await page.goto('/manage/the-handbell-awards/people');
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: 'Send the invitation' }) });
  await form.getByLabel('Name').fill(name);
  await form.getByLabel('E-mail address').fill(addressOf(name));
  await form.getByRole('radio', { name: /Judge/ }).check();
  await form.getByRole('button', { name: 'Send the invitation' }).click();
  await expect(page.getByText(`The invitation to ${addressOf(name)} is on its way.`)).toBeVisible();
}

async function closeEntriesAndAssign(page: Page): Promise<void> {
  await page.goto('/manage/the-handbell-awards/2027/entries');
  await page.getByRole('link', { name: 'Close entries now' }).click();
  await expect(page.getByRole('region', { name: 'Close entries now?' })).toContainText('2 submitted entries compete');
  await page.getByRole('button', { name: 'Close entries now' }).click();
  await expect(page.getByText('Entries are closed, and judging is open.')).toBeVisible();
  await page.goto('/manage/the-handbell-awards/2027/judging');
  await page.getByRole('button', { name: 'Assign 6 seats' }).click();
  await expect(page.getByText('6 seats dealt.')).toBeVisible();
}

async function fillBallots(page: Page, judge: number): Promise<void> {
  await page.goto('/judge');
  await page.getByRole('link', { name: /^Next: / }).click();
  for (let i = 0; i < 2; i += 1) {
    const title = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
    for (const [n, [criterion]] of criteria.entries()) {
      const mark = String(marks[title]?.[judge]?.[n]);
      await page.getByRole('radiogroup', { name: criterion }).getByRole('radio', { name: mark, exact: true }).check();
    }
    await page.getByLabel('Comment').fill('Strong in what it asked of people.');
    await page.getByRole('button', { name: 'Submit this ballot' }).click();
    await expect(page).toHaveURL(/submitted=/);
  }
  await expect(page.getByRole('heading', { level: 1, name: 'All your ballots are submitted.' })).toBeVisible();
}

async function countAndPublish(page: Page): Promise<void> {
  await page.goto('/manage/the-handbell-awards/2027/judging');
  await expect(page.getByRole('heading', { level: 1, name: 'All 6 ballots are in.' })).toBeVisible();
  await page.getByRole('link', { name: 'End judging now' }).click();
  await page.getByRole('button', { name: 'End judging now' }).click();
  await page.getByRole('link', { name: 'Count the ballots' }).click();
  await page.getByRole('button', { name: 'Count the ballots' }).click();
  await expect(page.getByRole('row', { name: /Three rings, one human/ })).toContainText('8.38');
  await page.getByRole('radio', { name: 'Now' }).check();
  await page.getByRole('button', { name: 'Look at what will be announced' }).click();
  await page.getByRole('button', { name: 'Announce one winner now' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^One winner in .* is announced\.$/ })).toBeVisible();
}

test('an award goes from an empty installation to its winner and the trail behind it', async ({ browser }, info) => {
  test.setTimeout(600_000);
  const application = await startApplication({ PLAUDIT_DEMO: 'off' });
  const newcomer = () => somebody(browser, info, application.url);
  try {
    const organiser = await newcomer();
    const visitor = await newcomer();
    await test.step('the first organiser arrives by the printed link and publishes a call', async () => {
      await becomeOrganiser(organiser, application);
      await makeProgramme(organiser);
      await publishCall(organiser);
    });
    await test.step('anybody reads the call', async () => {
      await visitor.goto('/');
      await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('For the service people remember');
      await expect(visitor.getByRole('contentinfo')).toContainText('Held by Aldersea Institute of Service');
      for (const [name] of criteria) await expect(visitor.getByText(name, { exact: true }).first()).toBeVisible();
    });
    await test.step('anybody checks by themselves what the rule in no preset says', async () => {
      await visitor.goto('/p/the-handbell-awards/2027/check');
      await visitor.getByLabel('How many files would you put beside the entry?').fill('0');
      await visitor.getByRole('button', { name: 'Show what the rules say' }).click();
      await expect(visitor.getByText('May not enter')).toBeVisible();
    });
    await test.step('an entrant arrives by a mailed link, enters twice and gets receipts', async () => {
      const entrant = await newcomer();
      await arriveByMail(entrant, application);
      expect(await enter(entrant, 'Three rings, one human', 'Saltmarsh Lane Credit Union', 'Calls.txt')).toBe('A-001');
      expect(await enter(entrant, 'Plain letters for long lives', 'Evenside Pensions', 'Letters.txt', true)).toBe('A-002');
      expect((await mailsOf(application)).filter(({ subject }) => subject.includes('we have your entry'))).toHaveLength(2);
    });
    await test.step('the organiser accepts both and invites three judges', async () => {
      for (const title of Object.keys(marks)) await accept(organiser, title);
      for (const judge of judges) await inviteJudge(organiser, judge);
    });
    const invitations = await mailsOf(application);
    const panel = await Promise.all(
      judges.map(async (judge) => {
        const page = await newcomer();
        await page.goto(linkIn(invitations, addressOf(judge)));
        await page.getByRole('button', { name: 'Accept the invitation' }).click();
        await expect(page).toHaveURL(/\/judge$/);
        return page;
      }),
    );
    await test.step('entries close, seats are dealt, and each judge marks alone', async () => {
      await closeEntriesAndAssign(organiser);
      for (const [i, page] of panel.entries()) await fillBallots(page, i);
    });
    await test.step('nothing is public before the announcement, and everything at it', async () => {
      expect((await visitor.goto('/p/the-handbell-awards/2027/winners'))?.status()).toBe(404);
      await countAndPublish(organiser);
      await visitor.goto('/p/the-handbell-awards/2027/winners');
      await expect(visitor.getByRole('heading', { name: 'Saltmarsh Lane Credit Union' })).toBeVisible();
      await expect(visitor.getByText('Evenside Pensions')).toHaveCount(0);
      await visitor.getByText(/The trail of “.Three rings, one human.”/).click();
      const trail = visitor.getByRole('group').filter({ hasText: /The trail of “.Three rings, one human.”/ });
      const steps = ['Entry submitted', 'Entry accepted', 'Judges assigned by lot', 'All ballots counted', 'Result decided'];
      for (const step of steps) await expect(trail.getByRole('listitem').filter({ hasText: step })).toHaveCount(1);
      await expect(trail.getByRole('listitem').filter({ hasText: 'Ballot submitted' })).toHaveCount(3);
      expect(await commandLine(application, 'record', 'verify')).toMatch(/: \d+ events, whole/);
    });
  } finally {
    await application.stop();
  }
});

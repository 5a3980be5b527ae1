/** The editors and forms of an award as large as they come: what a press of a key costs, and what its pages weigh. */
import { chromium, type Page } from '@playwright/test';
import { makeProduct, type Product } from '#tests/support/product.ts';
import { chromium as system } from '../../tools/test/packages.ts';
import { cookieOf, fetchedBy } from '../browser.ts';
import type { Bench, Figure } from '../figure.ts';
import { type Large, makeLarge, sizes } from './large.ts';
import { press, quantile, slowDown, throttle, watch, worked } from './presses.ts';

type Subject = {
  readonly name: string;
  readonly page: (large: Large) => string;
  /** What is focused before the keys are pressed. */
  readonly at: string;
  readonly keys: readonly string[];
  readonly times: number;
};

const tree = `Tree of ${sizes.nodes.toLocaleString('en')} categories`;
const form = `Form of ${sizes.fields} fields`;
const letters = Array.from('plain words ');
const written = ({ programme, written: edition }: Large) => `/manage/${programme}/${edition}`;

const subjects: readonly Subject[] = [
  {
    name: `${tree}: going from line to line`,
    page: (large) => `${written(large)}/categories`,
    at: 'a[data-code="F10B4C5"]',
    keys: ['ArrowDown', 'ArrowDown', 'ArrowUp'],
    times: 40,
  },
  {
    name: `${tree}: going from end to end`,
    page: (large) => `${written(large)}/categories`,
    at: 'a[data-code="F10B4C5"]',
    keys: ['End', 'Home'],
    times: 30,
  },
  {
    name: `${tree}: moving a line`,
    page: (large) => `${written(large)}/categories`,
    at: 'a[data-code="F10B4C5"]',
    keys: ['Alt+ArrowUp', 'Alt+ArrowUp', 'Alt+ArrowDown', 'Alt+ArrowLeft', 'Alt+ArrowRight', 'Alt+ArrowUp'],
    times: 20,
  },
  {
    name: `${tree}: moving a family of 100`,
    page: (large) => `${written(large)}/categories`,
    at: 'a[data-code="F10"]',
    keys: ['Alt+ArrowUp', 'Alt+ArrowDown'],
    times: 40,
  },
  {
    name: `${tree}: writing the name of one`,
    page: (large) => `${written(large)}/categories?node=F10B4C5`,
    at: '#node input[name="name"]',
    keys: letters,
    times: 10,
  },
  {
    name: `${form}: writing an entry's answer`,
    page: ({ entry }) => `/entries/${entry}`,
    at: 'textarea >> nth=20',
    keys: letters,
    times: 10,
  },
  {
    name: `${form}: choosing what asks for another field`,
    page: ({ entry }) => `/entries/${entry}`,
    at: 'input[type="radio"] >> nth=10',
    keys: ['ArrowDown', 'ArrowUp'],
    times: 40,
  },
  {
    name: `${form}: writing in the builder`,
    page: (large) => `${written(large)}/forms/entry?item=f-5-1`,
    at: '#part-chosen textarea >> nth=0',
    keys: letters,
    times: 10,
  },
  {
    name: `${form}: choosing in the builder's preview`,
    page: (large) => `${written(large)}/forms/entry`,
    at: '#preview input[type="radio"] >> nth=10',
    keys: ['ArrowDown', 'ArrowUp'],
    times: 40,
  },
];

/** First at full speed, for what it costs; then slowed down, for how long people would wait. */
async function measured(page: Page, url: string, { name, at, keys, times }: Subject): Promise<Figure> {
  await page.goto(url, { waitUntil: 'networkidle' });
  const watched = await watch(page);
  await page.locator(at).first().focus();
  await press(watched, keys, 2);
  const before = await worked(watched);
  const atFullSpeed = await press(watched, keys, times);
  const cpu = ((await worked(watched)) - before) / atFullSpeed.length;
  await slowDown(watched);
  await press(watched, keys, 1);
  const took = await press(watched, keys, times);
  const value = quantile(took, 0.95);
  return { name: `${name}, 95 in 100 presses painted within`, value, unit: 'ms', n: took.length, cpu, promise: { most: 100 } };
}

async function pressed(product: Product, large: Large, say: (line: string) => void): Promise<Figure[]> {
  const browser = await chromium.launch({ executablePath: system.program, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
    const [name = '', value = ''] = (await cookieOf(product.url, large)).split('=');
    await context.addCookies([{ name, value, url: product.url }]);
    const figures: Figure[] = [];
    for (const subject of subjects) {
      say(`${subject.name}…`);
      const page = await context.newPage();
      figures.push(await measured(page, product.url + subject.page(large), subject));
      await page.close();
    }
    return figures;
  } finally {
    await browser.close();
  }
}

/** What comes over the wire to a browser that has nothing of ours yet. */
async function weighed(url: string, name: string, promise?: { readonly most: number }): Promise<Figure[]> {
  const all = await fetchedBy(url);
  const sum = (some: typeof all) => some.reduce((total, { bytes }) => total + bytes, 0) / 1_000;
  const scripts = all.filter(({ type }) => type === 'script');
  return [
    { name: `${name}: everything, fonts too, compressed`, value: sum(all), unit: 'kB', n: all.length, ...(promise && { promise }) },
    { name: `${name}: scripts`, value: sum(scripts), unit: 'kB', n: scripts.length, promise: { most: 0 } },
  ];
}

export const editors: Bench = {
  name: 'editors',
  about: `An edition of ${sizes.nodes.toLocaleString('en')} categories whose form has ${sizes.fields} fields; keys pressed on a processor made ${throttle} times slower, their CPU time at full speed`,
  run: async (say) => {
    const product = await makeProduct({ PLAUDIT_WEBS: '1', PLAUDIT_DEMO: 'on' });
    try {
      await product.start();
      const large = await makeLarge(product);
      const open = `${product.url}/p/${large.programme}/${large.open}`;
      return [
        ...(await pressed(product, large, say)),
        ...(await weighed(`${open}/categories/${large.category}`, 'Page of a category', { most: 60 })),
        ...(await weighed(`${open}/categories/F10`, 'Page of a family of 100', { most: 60 })),
        ...(await weighed(`${product.url}/p/${large.programme}`, `Public page, ${tree.toLowerCase()}`)),
        ...(await weighed(`${open}/find`, `Finder, ${tree.toLowerCase()}`)),
      ];
    } finally {
      await product.stop();
    }
  },
};

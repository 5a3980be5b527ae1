import { describeApi } from '#http/api/document.ts';
import { wordsFor } from '#words/index.ts';
import { apiVersion, endpoints } from '../../src/api.ts';
import type { Page } from './page.ts';

/** Where integrators look for it: beside the README. */
export const apiPage: Page = {
  file: '../../openapi.json',
  make: () => `${JSON.stringify(describeApi(endpoints, wordsFor('en'), apiVersion), null, 1)}\n`,
};

/** The one table of everything the API answers, in the order it is described in. */
import type { Endpoint } from '#http/api/endpoint.ts';
import { companiesApi } from '#slices/companies/index.ts';
import { entriesApi } from '#slices/entries/index.ts';
import { integrationsApi } from '#slices/integrations/index.ts';
import { judgingApi } from '#slices/judging/index.ts';
import { programmesApi, recordApi, rolesApi } from '#slices/programmes/index.ts';
import { resultsApi } from '#slices/results/index.ts';
import { screeningApi } from '#slices/screening/index.ts';

export const endpoints: readonly Endpoint[] = [
  ...programmesApi,
  ...resultsApi,
  ...rolesApi,
  ...recordApi,
  ...entriesApi,
  ...screeningApi,
  ...judgingApi,
  ...companiesApi,
  ...integrationsApi,
];

/** Raised when something was added; what is there never goes. */
export const apiVersion = '1.0.0';

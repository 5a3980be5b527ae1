/** A request nobody waits for: nothing to find out, nobody to report to. */
import type { Visit } from '#http/visit.ts';

export const quietVisit: Visit = {
  reference: '',
  base: '',
  site: '',
  secure: false,
  policyOf: () => undefined,
  standsIn: () => undefined,
  peer: '',
  prepare: async () => {},
  movedTo: async () => undefined,
  report: () => {},
};

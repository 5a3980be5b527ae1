/** Every preset, and the edition each makes. */
import { z } from 'zod';
import { type EditionDocument, editionDocument } from '../document.ts';
import { asp } from './asp.ts';
import { blend } from './blend.ts';
import { excellence } from './excellence.ts';
import { industry } from './industry.ts';
import type { EditionPreset, PresetKey } from './preset.ts';
import { star } from './star.ts';
import { stevie } from './stevie.ts';
import { ukccf } from './ukccf.ts';

const presets: Readonly<Record<PresetKey, EditionPreset>> = {
  'stevie-sales-customer-service': stevie,
  'sspa-star': star,
  'asp-ten-best': asp,
  'cx-excellence': excellence,
  'industry-awards': industry,
  ukccf,
  'public-blend': blend,
};

/** Whether an edition can open on it: a day there is, with years before and after it. */
export const isDay = (text: string): boolean => z.iso.date().safeParse(text).success && text >= '1900' && text < '9900';

/** @throws ZodError for an opening that is no day */
export function fromPreset(key: PresetKey, name: string, opening: string): EditionDocument {
  return editionDocument.parse({ plaudit: 1, edition: name, ...presets[key].from(opening) });
}

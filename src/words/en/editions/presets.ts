/** What the presets of whole editions are called, and in one sentence what kind of award each is for. */
import type { PresetKey } from '#core/editions/presets/preset.ts';

export const editionPresets: Readonly<Record<PresetKey, { readonly name: string; readonly about: string }>> = {
  'stevie-sales-customer-service': {
    name: 'Stevie Awards for Sales & Customer Service',
    about: 'Innovation in customer service: four families in eight industries, an essay or a video, levels by score.',
  },
  'sspa-star': {
    name: 'SSPA STAR Awards',
    about: 'Best practices in service and support: a nomination first, then an entry by those accepted, on five equal criteria.',
  },
  'asp-ten-best': {
    name: 'ASP Ten Best Web Support Sites',
    about: 'Websites of support: a card of 1,000 points on 25 criteria, small companies judged apart, ten winners.',
  },
  'cx-excellence': {
    name: 'Customer Service Excellence',
    about: 'The pinnacle of service delivery, in five groups: eligibility, judging, qualitative, metrics and additional criteria.',
  },
  'industry-awards': {
    name: 'Industry awards for customer service',
    about: 'Core and specialised categories; nominations by self, peers and customers; measured and judged criteria in one weighted score.',
  },
  ukccf: {
    name: 'UK Contact Centre Forum Awards',
    about: 'A written entry, the first eight shortlisted, and a final presented live to the judges.',
  },
  'public-blend': {
    name: 'Judges 75, members 25',
    about: 'A panel of judges and a vote of members or the public, counted three to one.',
  },
};

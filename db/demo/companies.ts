/** The companies of the demo: who enters, a few that may be one, a family, and where some people work. All invented. */
import type { DemoCompany } from './shape.ts';

export const companies: readonly DemoCompany[] = [
  {
    name: 'Valewick Mutual Insurance Society Ltd',
    country: 'GB',
    names: [
      { name: 'Valewick Mutual', kind: 'trading' },
      { name: 'The Vale Friendly Society', kind: 'former' },
    ],
    domains: ['valewick.example'],
    size: { class: 'medium', asOf: 200, source: 'Annual report, page 12: 214 people' },
    people: [
      { name: 'Orla Tennant', email: 'orla.tennant@valewick.example', title: 'Head of claims', from: 2400 },
      { name: 'Piers Holloway', email: '', title: 'Complaints', from: 3600, until: 900 },
    ],
  },
  { name: 'Valewick Mutual', country: 'GB', domains: ['valewick.example'] },
  {
    name: 'Marrowfield Telephone Co-operative',
    country: 'GB',
    domains: ['marrowfield.example'],
    size: { class: 'small', asOf: 380, source: 'Register of co-operatives, last return' },
    people: [{ name: 'Bettany Crewe-Adeyemi', email: 'bettany@marrowfield.example', title: 'Secretary', from: 1500 }],
  },
  { name: 'Marrowfeild Telephone Coop', country: 'GB' },
  {
    name: 'Bexcombe Fibre Ltd',
    country: 'GB',
    names: [{ name: 'BeFi', kind: 'short' }],
    domains: ['bexcombe.example'],
    size: { class: 'large', asOf: 200, source: 'Accounts of the year, note 7' },
    people: [
      { name: 'Rurik Salter', email: 'rurik.salter@bexcombe.example', title: 'Director of service', from: 2900 },
      { name: 'Tobiah Renn', email: 'tobiah.renn@judges.example', title: 'Head of quality', from: 4300, until: 430 },
    ],
  },
  { name: 'Bexcombe Fibre Ireland Ltd', country: 'IE', parent: 'Bexcombe Fibre Ltd', domains: ['bexcombe.example'] },
  { name: 'Northquay Mobile', country: 'GB', parent: 'Bexcombe Fibre Ltd', domains: ['northquay.example'] },
  { name: 'Halden Mast & Line', country: 'NO', domains: ['halden-mast.example'] },
  { name: 'Halden Mast og Line AS', country: 'NO' },
  {
    name: 'Linden Row Library',
    country: 'GB',
    domains: ['linden-row.example'],
    size: { class: 'micro', asOf: 75, source: 'Letter of the librarian' },
    people: [{ name: 'Priya Fenwick-Dole', email: 'priya@linden-row.example', title: 'Librarian', from: 1300 }],
  },
  { name: 'Pellmarsh Benefits Office', country: 'GB', domains: ['pellmarsh.example'] },
  {
    name: 'Registry of Births, Corran District',
    country: 'GB',
    names: [{ name: 'Corran Registry', kind: 'short' }],
    domains: ['corran-registry.example'],
  },
  { name: 'Corran Sound Ferries', country: 'GB', domains: ['corran-sound.example'] },
  { name: 'The Lantern Line', country: 'GB', domains: ['lantern-line.example'] },
  { name: 'Wexley Parking Office', country: 'GB', domains: ['wexley.example'] },
  { name: 'Aldmoor Water Board', country: 'GB', domains: ['aldmoor-water.example'] },
  { name: 'Saltings Housing Trust', country: 'GB', domains: ['saltings.example'] },
  { name: 'Fold & Fell Rescue', country: 'GB', domains: ['fold-and-fell.example'] },
  { name: 'Osier Lane Grocers', country: 'GB', domains: ['osier-lane.example'] },
  { name: 'Mossbank Mutual', country: 'GB', domains: ['mossbank.example'] },
  { name: 'Tallow & Finch Mutual', country: 'GB', domains: ['tallow-finch.example'] },
  { name: 'Saltmarsh Lane Credit Union', country: 'GB', domains: ['saltmarsh-lane.example'] },
  { name: 'Hearthstead Mortgages', country: 'GB', domains: ['hearthstead.example'] },
  { name: 'Pennywhistle & Daughters', country: 'GB', domains: ['pennywhistle.example'] },
  { name: 'Evenside Pensions', country: 'GB', domains: ['evenside.example'] },
  { name: 'サクラテレコム株式会社', country: 'JP', domains: ['sakura-telecom.example'] },
  { name: 'Sakura Telecom Co., Ltd.', country: 'JP' },
];

/** Two that a manager took for one: kept, and merged into it. */
export const merged = { kept: 'Halden Mast & Line', merged: 'Halden Mast og Line AS' };

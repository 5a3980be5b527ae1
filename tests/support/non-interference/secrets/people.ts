/** What belongs to one person, and what the organisation knows of companies. */
import { ids } from '#platform/ids.ts';
import { recordSize } from '#slices/companies/index.ts';
import { requestLink, signInByLink } from '#slices/people/index.ts';
import { dates, emailOf } from '../../season.ts';
import { look, type Secret } from '../secret.ts';

export const peopleSecrets: readonly Secret[] = [
  {
    name: 'where else somebody is signed in',
    at: dates.whileJudging,
    tell: async (court, way) => {
      if (way === 'one') return;
      const [token, session] = ['L'.repeat(43), 'S'.repeat(43)];
      const client = { address: '203.0.113.77', agent: 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' };
      const ctx = court.asVisitor({ client, key: ids.random() });
      await requestLink(ctx, { email: await emailOf(court, court.people.owner), to: '/home', token });
      await signInByLink({ ...ctx, key: ids.random() }, { token, session });
    },
    knows: ['owner'],
    words: ['Firefox'],
    shown: ['/account'],
    plant: {
      kind: 'count',
      route: '/account',
      reader: 'stranger',
      leak: (court) => look(court, 'directory.sessions where person_id = $1', { told: 'count(*)', of: court.people.owner }),
    },
  },
];

export const companySecrets: readonly Secret[] = [
  {
    name: 'how large a company is',
    at: dates.whileJudging,
    tell: async (court, way) => {
      const ctx = court.as(court.people.administrator, { key: ids.random() });
      const size = way === 'one' ? 'micro' : 'large';
      await recordSize(ctx, { company: court.fair.places.company, class: size, asOf: '2026-01-31', source: 'Told in confidence' });
    },
    knows: ['neighbour', 'chair', 'auditor', 'administrator'],
    words: ['confidence'],
    shown: ['/manage/companies/:company'],
    plant: {
      kind: 'header',
      route: '/home',
      reader: 'owner',
      leak: (court) =>
        look(court, 'company_sizes where company_id = $1', {
          told: 'string_agg(class, $$ $$ order by id)',
          of: court.fair.places.company,
        }),
    },
  },
];

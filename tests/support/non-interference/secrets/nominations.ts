/** Who nominated whom, and why: known to those who run the award, and to nobody else who nominates, is nominated or competes. */
import { aNomination } from '#tests/support/nominations/nominations.ts';
import { dates } from '../../season.ts';
import type { Court } from '../court.ts';
import { look, type Secret } from '../secret.ts';

const organisers = ['chair', 'auditor', 'administrator'] as const;

export const nominationSecrets: readonly Secret[] = [
  {
    name: 'who nominated whom, and why',
    at: dates.whileJudging,
    tell: async (court, way) => {
      const [name, reason] =
        way === 'one' ? ['Ines Castellane', 'She rang back.'] : ['Maud Nettlefold', 'He never rang anybody, and she did.'];
      const { nominee } = await aNomination(court, { name, reason, email: '' });
      court.made.set('nominee', nominee);
    },
    knows: organisers,
    mailed: ['tobiah.renn@customers.example'],
    places: (court) => ({ nominee: court.made.get('nominee') ?? '' }),
    words: ['Nettlefold'],
    shown: ['/manage/:programme/:edition/nominations/:nominee', '/manage/:programme/:edition/nominations'],
    plant: {
      kind: 'count',
      route: '/p/:programme/:edition/categories/:category/nominate',
      reader: 'visitor',
      leak: (court: Court) => look(court, 'nominations where edition_id = $1', { told: 'sum(length(reason))', of: court.edition }),
    },
  },
  {
    name: 'that the same nominee was nominated once more, by somebody else',
    at: dates.whileJudging,
    tell: async (court, way) => {
      await aNomination(court, { name: 'Rurik Salter', email: 'rurik@nominees.example' });
      if (way === 'one') return;
      const by = { nominator: 'Wilhelmina Quarr', nominatorEmail: 'quarr@customers.example', hidden: true };
      await aNomination(court, { name: 'Rurik Salter', email: 'rurik@nominees.example', ...by });
    },
    knows: organisers,
    mailed: ['quarr@customers.example'],
    words: ['Quarr'],
    shown: ['/manage/:programme/:edition/nominations'],
    plant: {
      kind: 'header',
      route: '/nominations/:nomination',
      reader: 'stranger',
      leak: (court: Court) => look(court, 'nominations where edition_id = $1', { told: 'count(*)', of: court.edition }),
    },
  },
];

/** Nominations as people make them: sent in without an account, and confirmed with the code of the mail. */
import { ids, type PersonId } from '#platform/ids.ts';
import { newToken } from '#platform/tokens.server.ts';
import { confirmNomination, nominate, tellNominee } from '#slices/nominations/index.ts';
import { dates, type Season } from '../season.ts';

type Sent = Omit<Parameters<typeof nominate>[1], 'category'>;

const standard: Sent = {
  kind: 'person',
  name: 'Ines Castellane',
  worksFor: 'Valewick Mutual',
  email: 'ines.castellane@valewick.example',
  relation: 'customer',
  reason: 'She rang every one of us back on the night of the flood.',
  evidence: '',
  evidenceAddress: '',
  nominator: 'Tobiah Renn',
  nominatorEmail: 'tobiah.renn@customers.example',
  named: false,
  hidden: false,
};

export type NominationOptions = Partial<Sent> & { readonly at?: Date; readonly category?: 0 | 1 };

/** What the mail to the nominator says. */
export async function codeOf({ database }: Season, nomination: string): Promise<string> {
  const { rows } = await database.owner.pool.query<{ code: string }>(
    `select data ->> 'code' as code from plaudit.outbox where mail = 'nominations.code' and data ->> 'nomination' = $1`,
    [nomination],
  );
  return rows[0]?.code ?? '';
}

export async function aWaitingNomination(season: Season, { at = dates.whileOpen, category = 0, ...more }: NominationOptions = {}) {
  const ctx = season.asVisitor({ clock: at, key: ids.random() });
  return nominate(ctx, { ...standard, ...more, category: season.categories[category] });
}

/** One that counts; the answer names the nominee it made. */
export async function aNomination(season: Season, options: NominationOptions = {}): Promise<{ nomination: string; nominee: string }> {
  const { nomination } = await aWaitingNomination(season, options);
  const code = await codeOf(season, nomination);
  const ctx = season.asVisitor({ clock: options.at ?? dates.whileOpen });
  const { confirmed } = await confirmNomination(ctx, { nomination, code });
  if (!confirmed) throw new Error('the code was not taken');
  return { nomination, nominee: await nomineeOf(season, nomination) };
}

async function nomineeOf({ database, organisation }: Season, nomination: string): Promise<string> {
  const { rows } = await database.owner.pool.query<{ body: string }>(
    `select b.body from plaudit.audit_events e join plaudit.audit_bodies b on b.organisation_id = e.organisation_id and b.event_id = e.id
      where e.organisation_id = $1 and e.kind = 'nominations.nomination-confirmed' and e.subject_id = $2`,
    [organisation, nomination],
  );
  return (JSON.parse(rows[0]?.body ?? '{}') as { nominee?: string }).nominee ?? '';
}

/** Told by the manager; the token of the link in the mail. */
export async function told(
  season: Season,
  nominee: string,
  { at = dates.whileOpen, by = season.manager }: { at?: Date; by?: PersonId } = {},
) {
  const token = newToken();
  await tellNominee(season.as(by, { clock: at }), { nominee, token });
  return token;
}

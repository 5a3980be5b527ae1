/**
 * What an installation without a demo begins with: an organisation to be named, and the one-time link by which its first
 * administrator arrives. Prints the link while there is no administrator, and nothing afterwards.
 */
import { ids, type OrganisationId } from '#platform/ids.ts';
import { sentences } from '#platform/say.server.ts';
import { newToken } from '#platform/tokens.server.ts';
import { foundOrganisation, makeSetUpLink } from '#slices/people/index.ts';
import { hasAdministrator } from '#slices/system/index.ts';
import { callAs, type Errand, runErrand } from './errand.ts';

const setUp = { kind: 'system', name: 'set-up' } as const;

/** Whoever follows the link says what the organisation is called; until then it has a name for anybody. */
const unnamed = { slug: 'main', name: 'Plaudit' };

async function onlyOrganisation({ database }: Errand): Promise<OrganisationId | undefined> {
  const rows = await database.db.selectFrom('directory.organisations').select('id').limit(2).execute();
  if (rows.length > 1) return undefined;
  const [found] = rows;
  if (found) return found.id;
  const organisation = ids.next<OrganisationId>();
  await foundOrganisation(callAs(database, organisation, setUp), unnamed);
  return organisation;
}

await runErrand(async (errand) => {
  const organisation = await onlyOrganisation(errand);
  if (organisation === undefined) return;
  const ctx = callAs(errand.database, organisation, setUp);
  if (await hasAdministrator(ctx)) return;
  const token = newToken();
  await makeSetUpLink(ctx, { token });
  console.log(sentences.setUpLink(`${errand.config.url}/set-up/${token}`));
});

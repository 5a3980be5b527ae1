/** What forms of grave acts ask for, and what they do with the answer; loading this signs it up. */
import { createHash } from 'node:crypto';
import { provedLately } from '#core/access/proof.ts';
import { problem } from '#core/problems/problem.ts';
import { configureProver, type GivenProof, type ProofAsk } from '#http/visitor/proof.ts';
import type { Ctx } from '#platform/context.ts';
import type { PersonId } from '#platform/ids.ts';
import { derivedToken } from '#platform/tokens.server.ts';
import { wordsFor } from '#words/index.ts';
import { linkTokenOf, signInSettings } from '../door.ts';
import { assertionOptions } from '../passkeys/ceremony.ts';
import { requestLink } from '../sign-in.ts';
import { prove } from './prove.ts';

type Means = { readonly email: string; readonly password: boolean; readonly app: boolean; readonly passkey: boolean };

async function meansOf(ctx: Ctx, person: PersonId): Promise<Means | undefined> {
  const rows = await ctx.db
    .selectFrom('directory.people as p')
    .leftJoin('directory.factors as f', (join) => join.onRef('f.person_id', '=', 'p.id').on('f.confirmed_at', 'is not', null))
    .select(['p.email', 'p.password_hash', 'f.kind'])
    .where('p.id', '=', person)
    .execute();
  const [first] = rows;
  const has = (kind: string) => rows.some((row) => row.kind === kind);
  if (!first?.email) return undefined;
  return { email: first.email, password: first.password_hash !== null, app: has('authenticator'), passkey: has('passkey') };
}

/** What this person can prove themselves with. */
async function ask(ctx: Ctx): Promise<ProofAsk> {
  const words = wordsFor(ctx.language).account.proof;
  const person = ctx.actor.kind === 'person' ? ctx.actor.id : undefined;
  const means = person && (await meansOf(ctx, person));
  const strong = means !== undefined && (means.app || means.passkey);
  const options = person && means?.passkey ? await assertionOptions(ctx, `proof ${person}`, person) : undefined;
  const code = strong ? { label: words.code, hint: words.codeHint } : undefined;
  const password = !strong && means?.password ? { label: words.password, hint: words.passwordHint } : undefined;
  return {
    title: words.title,
    text: words.text,
    secret: code ?? password,
    passkey: options === undefined ? undefined : { text: words.passkey, failed: words.passkeyFailed, options },
    link: strong ? undefined : { text: words.link, hint: words.linkHint },
  };
}

async function mailLink(ctx: Ctx, person: PersonId, { key, page }: GivenProof): Promise<never> {
  const email = (await meansOf(ctx, person))?.email ?? '';
  const token = linkTokenOf(`proof ${key}`, email);
  await requestLink({ ...ctx, key: derivedToken(signInSettings().secret, 'key', `link ${key}`) }, { email, to: page, token });
  throw problem('people.proof-link-sent', { email });
}

/** Each thing that is tried has a key of its own, so that the same one sent twice is looked at once. */
function keyOf({ key, secret, passkey }: GivenProof): string {
  const tried = createHash('sha256').update(`${secret}\0${passkey}`).digest('hex');
  return derivedToken(signInSettings().secret, 'key', `proof ${key} ${tried}`);
}

configureProver({
  ask,
  prove: async (ctx, given) => {
    if (ctx.actor.kind !== 'person') throw problem('general.sign-in-needed');
    if (given.link) return mailLink(ctx, ctx.actor.id, given);
    const { provedAt, waitMinutes } = await prove({ ...ctx, key: keyOf(given) }, { secret: given.secret, passkey: given.passkey });
    if (waitMinutes > 0) throw problem('people.too-many-attempts', { minutes: waitMinutes });
    if (provedAt === null) throw problem('people.proof-wrong');
    return new Date(provedAt);
  },
});

/** For pages with a grave form: what to ask from the start; undefined while what was proved still counts. */
export async function proofWanted(ctx: Ctx): Promise<ProofAsk | undefined> {
  if (ctx.actor.kind !== 'person' || ctx.actor.standIn || provedLately(ctx.actor.provedAt, ctx.now)) return undefined;
  return ask(ctx);
}

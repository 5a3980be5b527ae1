/**
 * Proving again who sits at the browser. It happens in the form of the grave act itself: the form comes back with all that was
 * written and asks for a proof beside it, so there is no way round another page on which something could be lost.
 */
import type { Ctx } from '#platform/context.ts';

/** What a form asks for, in the reader's language; each way only where this person has it. */
export type ProofAsk = {
  readonly title: string;
  readonly text: string;
  readonly secret: { readonly label: string; readonly hint: string } | undefined;
  readonly passkey: { readonly text: string; readonly failed: string; readonly options: string } | undefined;
  readonly link: { readonly text: string; readonly hint: string } | undefined;
};

export type GivenProof = {
  /** A password or a code. */
  readonly secret: string;
  /** What a passkey answered, as JSON. */
  readonly passkey: string;
  /** Whether a sign-in link is wanted instead. */
  readonly link: boolean;
  readonly key: string;
  /** The page the form stands on, without the base. */
  readonly page: string;
};

export type Prover = {
  readonly ask: (ctx: Ctx) => Promise<ProofAsk>;
  /** The instant it was proved. @throws Problem when it was not */
  readonly prove: (ctx: Ctx, given: GivenProof) => Promise<Date>;
};

let prover: Prover | undefined;

/** Said once a process, by the slice that knows what people prove themselves with. */
export function configureProver(given: Prover): void {
  prover = given;
}

export function askForProof(ctx: Ctx): Promise<ProofAsk | undefined> {
  return prover?.ask(ctx) ?? Promise.resolve(undefined);
}

/** The context in which whoever gave a proof with the form has just proved who they are; without one the context as it was. */
export async function provenBy(ctx: Ctx, given: GivenProof): Promise<Ctx> {
  const { actor } = ctx;
  const nothing = given.secret === '' && given.passkey === '' && !given.link;
  // Whoever stands in does nothing grave, and proves nothing for somebody else.
  if (nothing || prover === undefined || actor.kind !== 'person' || actor.standIn) return ctx;
  return { ...ctx, actor: { ...actor, provedAt: await prover.prove(ctx, given) } };
}

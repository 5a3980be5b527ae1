/** `./plaudit person`: adding, finding again and erasing people from the machine itself. */
import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { problem } from '#core/problems/problem.ts';
import { loadConfig } from '#platform/config.server.ts';
import type { Ctx } from '#platform/context.ts';
import type { PersonId } from '#platform/ids.ts';
import { newToken } from '#platform/tokens.server.ts';
import { addPerson, endSessionsOf, erasePerson, makeSignInLink, personByEmail, resetFactors } from '#slices/people/index.ts';
import { wordsFor } from '#words/index.ts';
import { withOrganisations } from './context.ts';

const { cli: words } = wordsFor('en').people;
const { cli: factorWords } = wordsFor('en').factors;

async function erase(address: string, reason: string, insist: boolean): Promise<void> {
  const bodies = await withOrganisations(async (organisations) => {
    let erased = 0;
    const person = organisations[0] && (await personByEmail(organisations[0].ctx, address.toLowerCase()));
    if (!person) throw problem('people.unknown-address', { email: address });
    for (const { ctx } of organisations) {
      const account = ctx === organisations.at(-1)?.ctx ? 'last' : 'stays';
      erased += (await erasePerson({ ...ctx, key: randomUUID() }, { person: person.id, reason, account, insist })).bodies;
    }
    return erased;
  }, 'jobs');
  console.log(words.erased(bodies));
}

/** Accounts belong to no organisation; the first one's record tells of it, as it does of everything that belongs to none. */
function withAccount<T>(address: string, work: (ctx: Ctx, person: PersonId) => Promise<T>): Promise<T> {
  return withOrganisations(async ([first]) => {
    const person = first && (await personByEmail(first.ctx, address.toLowerCase()));
    if (!first || !person) throw problem('people.unknown-address', { email: address });
    return work({ ...first.ctx, key: randomUUID() }, person.id);
  });
}

async function reset(address: string, reason: string): Promise<void> {
  const { factors } = await withAccount(address, (ctx, person) => resetFactors(ctx, { person, reason }));
  console.log(factorWords.reset(address, factors));
}

async function signOut(address: string, reason: string): Promise<void> {
  await withAccount(address, (ctx, person) => endSessionsOf(ctx, { person, reason }));
  console.log(words.signedOut(address));
}

async function link(address: string, reason: string): Promise<void> {
  const token = newToken();
  await withAccount(address, (ctx, person) => makeSignInLink(ctx, { person, token, reason }));
  console.log(words.linkMade(`${loadConfig().url}/link/${token}`));
}

async function add(address: string, name: string, administrator: boolean): Promise<void> {
  await withOrganisations(async ([first]) => {
    if (!first) throw problem('people.no-organisation');
    await addPerson({ ...first.ctx, key: randomUUID() }, { email: address, name, administrator });
  });
  console.log(words.added(address));
}

export function register(program: Command): void {
  const person = program.command('person').description(words.about);
  person
    .command('erase <email>')
    .description(words.eraseAbout)
    .requiredOption('--reason <text>', words.reason)
    .option('--insist', words.insist)
    .action((address: string, { reason, insist }: { reason: string; insist?: true }) => erase(address, reason, insist === true));
  person
    .command('reset-factors <email>')
    .description(factorWords.resetAbout)
    .requiredOption('--reason <text>', factorWords.reason)
    .action((address: string, { reason }: { reason: string }) => reset(address, reason));
  person
    .command('sign-out <email>')
    .description(words.signOutAbout)
    .requiredOption('--reason <text>', words.reason)
    .action((address: string, { reason }: { reason: string }) => signOut(address, reason));
  person
    .command('link <email>')
    .description(words.linkAbout)
    .requiredOption('--reason <text>', factorWords.reason)
    .action((address: string, { reason }: { reason: string }) => link(address, reason));
  person
    .command('add <email>')
    .description(words.addAbout)
    .requiredOption('--name <name>', words.name)
    .option('--administrator', words.administrator)
    .action((address: string, { name, administrator }: { name: string; administrator?: true }) =>
      add(address, name, administrator === true),
    );
}

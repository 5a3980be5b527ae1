/** Where people sit down to work with the product: desks with somebody at each, and the award they work on. */
import { eventually } from '#tests/support/child.ts';
import type { Product } from '#tests/support/product.ts';
import { type Client, type Habits, makeClient, type Person } from './client.ts';
import { setUp } from './kinds/people.ts';
import type { Ledger } from './ledger.ts';
import { type Random, random } from './random.ts';
import { makeWorld, password, type World } from './world.ts';

/** The desks of the storm's people, and of the guests beside them. */
export function furnish(product: Product, ledger: Ledger, chance: Random, habits: Habits) {
  const clients: Client[] = [];
  const guests = new Map<number, Client>();
  const seat = (number: number, person: Person): Client => {
    const client = makeClient({ number, port: product.port, person, ledger, chance: random(chance.between(0, 2 ** 31)), ...habits });
    clients.push(client);
    return client;
  };
  const guestOf = ({ number }: Client): Client => {
    const guest = guests.get(number) ?? seat(1_000 + number, { id: '', email: '', password: '' });
    guests.set(number, guest);
    return guest;
  };
  const close = () => {
    for (const client of clients) client.close();
  };
  return { seat, guestOf, close };
}

export type Desks = ReturnType<typeof furnish>;

/** The first administrator comes by the link that was printed; only then can there be an award. */
export async function begin(product: Product, desks: Desks, clients: number): Promise<World> {
  const first = { id: '', email: 'first@storm.example', password };
  const printed = () => /\/set-up\/([\w-]{43})/.exec(product.said())?.[1];
  const token = await eventually('the set-up link is printed', printed, 120);
  await setUp(desks.seat(2_000, first), token);
  return makeWorld(product, first, clients, desks.guestOf);
}

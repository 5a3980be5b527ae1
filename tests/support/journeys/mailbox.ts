/**
 * The mails of the application all journeys use, newest first, for whoever asks. One process reads them from the first journey to the
 * last, as `./plaudit mail --json` would each time after a second of beginning.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { withOrganisations } from '#cli/context.ts';
import { mailboxForMachine } from '#slices/messages/index.ts';

await withOrganisations(async (organisations) => {
  const mails = async () => (await Promise.all(organisations.map(({ ctx }) => mailboxForMachine(ctx, 500)))).flat();
  const server = createServer((_, answer) => {
    mails().then(
      (all) => answer.end(JSON.stringify(all)),
      (error) => answer.writeHead(500).end(String(error)),
    );
  });
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
  await new Promise((done) => process.once('disconnect', done));
  server.close();
});

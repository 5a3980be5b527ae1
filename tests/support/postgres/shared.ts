/**
 * Before each file of the project `db`, whose files share their modules as the work of a web process shares them: everything the product
 * loads is loaded, whichever file comes first, and nothing is configured that an earlier file did. After it nothing may be declared that
 * the product does not declare: a file that does is named in vitest.config.ts and runs in `db-apart`.
 */
import { afterAll } from 'vitest';
import '#main/slices.ts';
import { configureScanner } from '#platform/files/clamd.server.ts';
import { configureFiles } from '#platform/files.server.ts';
import { allOperations } from '#platform/operation.server.ts';
import { allTasks } from '#platform/queue/tasks.server.ts';
import { configureLinks, configureQuota } from '#slices/files/index.ts';
import { configureMail } from '#slices/messages/index.ts';
import { configureProviders, configureSignIn } from '#slices/people/index.ts';
import { configureHealth, configureSource } from '#slices/system/index.ts';
import { signInForTests } from '#tests/support/people/authenticator.ts';

const declared = () => [...allOperations().keys(), ...allTasks().keys()];
const before = new Set(declared());

configureFiles('/nowhere/this file has configured no folder');
configureScanner(undefined);
configureQuota(undefined);
configureLinks({ secret: '', origin: '' });
configureHealth({ dataFolder: '.', diskLimit: 0, backupScheduled: false });
configureSource(undefined);
configureMail({ smtpUrl: undefined, mailFrom: 'Plaudit <plaudit@localhost.invalid>', url: 'http://localhost:3000' });
configureProviders([]);
configureSignIn(signInForTests);

afterAll(() => {
  const own = declared().filter((name) => !before.has(name));
  if (own.length > 0) throw new Error(`declared by the tests of this file, which belongs into the project db-apart: ${own.join(', ')}`);
});

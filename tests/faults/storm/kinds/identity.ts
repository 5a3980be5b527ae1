/** What people do with their own account while the product falls over: sessions, proofs, an app that is begun. */
import { answeredTwice, type Kind, oncePerEvent } from '../kind.ts';
import { signIn } from './people.ts';

export const identity: readonly Kind[] = [
  {
    operation: 'people.end-other-sessions',
    weight: 1,
    act: async (client) => {
      await client.send({ kind: 'people.end-other-sessions', path: '/account', act: 'end-others' });
    },
    check: (lines, look) => oncePerEvent(lines, look, 'people.other-sessions-ended'),
  },
  {
    operation: 'people.end-session',
    weight: 1,
    act: async (client, { look }) => {
      client.forget();
      await signIn(client);
      const [session] = await look<{ id: string }>('select id from directory.sessions where person_id = $1 order by created_at limit 1', [
        client.person.id,
      ]).catch(() => []);
      if (session === undefined) return;
      await client.send({ kind: 'people.end-session', path: '/account', act: 'end-session', fields: { session: session.id } });
      await signIn(client);
    },
    // It may have been one's own, or have ended with all others meanwhile.
    refusals: ['410'],
    settle: answeredTwice('sign-in needed'),
    check: (lines, look) => oncePerEvent(lines, look, 'people.session-ended'),
  },
  {
    operation: 'people.start-authenticator',
    weight: 1,
    act: async (client) => {
      const fields = { name: 'Telephone', _proof: client.person.password };
      await client.send({ kind: 'people.start-authenticator', path: '/account/factors', act: 'app', fields });
    },
    check: (lines, look) => oncePerEvent(lines, look, 'people.authenticator-started'),
  },
  {
    operation: 'people.hide-recovery-codes',
    weight: 1,
    act: async (client) => {
      await client.send({ kind: 'people.hide-recovery-codes', path: '/account/recovery-codes', act: 'kept' });
    },
    check: (lines, look) => oncePerEvent(lines, look, 'people.recovery-codes-kept'),
  },
  {
    operation: 'people.prove',
    within: 'people.start-authenticator',
    // Proved as often as something was begun, at least: a proof that was heard of may belong to a form that was sent again.
    check: async (_lines, look, all) => {
      const begun = all.filter(({ kind, outcome }) => kind === 'people.start-authenticator' && outcome === 'ok').length;
      const [row] = await look<{ found: number }>(
        `select least(count(*)::int, $1) as found from plaudit.audit_events where kind = 'people.proved'`,
        [begun],
      );
      return [{ of: 'people.proved at each beginning', expected: begun, found: row?.found ?? 0 }];
    },
  },
  {
    operation: 'people.require-factor',
    weight: 1,
    by: 'administrator',
    act: async (client) => {
      // Asking for nothing: the storm's people have passwords alone.
      const fields = { required: 'no', _proof: client.person.password };
      await client.send({ kind: 'people.require-factor', path: '/manage/security', act: 'require', fields });
    },
    check: (lines, look) => oncePerEvent(lines, look, 'people.factor-required'),
  },
];

const needsDevice = 'whoever has a factor signs in in two steps, and the storm has to be able to sign everybody in again with one form';

const keepsSelf = 'whoever stands in for somebody can do nothing else the storm wants done';
const needsProvider = 'needs a provider beside the storm; a visit takes one answer, which oidc.test.ts sends twice at once';
const keepsAddress = 'the storm recognises its people by their addresses';
const keepsWay = 'new terms stand in everybody’s way until they are agreed to, and the storm’s people read no pages';

/** What the storm’s people cannot do without a device in their hands. */
export const withDevice: Readonly<Record<string, string>> = {
  'people.confirm-authenticator': needsDevice,
  'people.add-passkey': needsDevice,
  'people.remove-factor': needsDevice,
  'people.renew-recovery-codes': needsDevice,
  'people.finish-sign-in': needsDevice,
  'people.sign-in-by-passkey': needsDevice,
  'people.request-address': keepsAddress,
  'people.confirm-address': keepsAddress,
  'people.undo-address': keepsAddress,
  'programmes.require-factor-of-roles': needsDevice,
  'people.begin-stand-in': keepsSelf,
  'people.end-stand-in': keepsSelf,
  'people.set-off': needsProvider,
  'people.set-off-to-connect': needsProvider,
  'people.come-back': needsProvider,
  'people.connect-provider': needsProvider,
  'people.disconnect-provider': needsProvider,
  'people.publish-terms': keepsWay,
  'people.accept-terms': keepsWay,
};

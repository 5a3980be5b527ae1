import { describe, expect, it } from 'vitest';
import { addressFault, tidyAddress } from './addresses.ts';
import { type Failure, mostTries, verdictOf, waitAfter } from './delivery.ts';
import { isHard, recipientsOf } from './reports.ts';

const failure = (of: Partial<Failure>): Failure => ({ stage: 'RCPT TO', code: undefined, reply: '', handedOver: false, ...of });

describe('what a mail server answers', () => {
  it.each<[string, Partial<Failure>, string, boolean]>([
    ['no connection', { stage: 'CONN' }, 'later', false],
    ['a greeting that turns everybody away', { stage: 'CONN', code: 554, reply: '554 no service' }, 'later', false],
    ['a password that is wrong', { stage: 'AUTH', code: 535, reply: '535 5.7.8 no' }, 'later', false],
    ['a sender it does not know yet', { stage: 'MAIL FROM', code: 451, reply: '451 4.7.1 greylisted' }, 'later', false],
    ['a sender it will not have', { stage: 'MAIL FROM', code: 550, reply: '550 5.1.8 no such sender' }, 'refused', false],
    ['a full mailbox', { code: 452, reply: '452 4.2.2 full' }, 'later', false],
    ['no such mailbox', { code: 550, reply: '550 5.1.1 nobody' }, 'refused', true],
    ['no such mailbox, said without a code of the standard', { code: 550, reply: '550 nobody' }, 'refused', true],
    ['a rule against this mail', { code: 550, reply: '550 5.7.1 policy' }, 'refused', false],
    ['a text it will not have', { stage: 'DATA', code: 554, reply: '554 5.6.0 spam' }, 'refused', false],
    ['a text it cannot take now', { stage: 'DATA', code: 421, reply: '421 4.3.2 closing' }, 'later', false],
    ['nothing, before the text', { stage: 'DATA' }, 'later', false],
    ['nothing, after the text', { stage: 'DATA', handedOver: true }, 'doubt', false],
  ])('%s', (_, of, kind, noMailbox) => {
    expect(verdictOf(failure(of))).toEqual({ kind, noMailbox });
  });

  it('is waited for three times as long each time, six hours at most, for about three days', () => {
    const waits = Array.from({ length: mostTries }, (_, i) => waitAfter(i + 1));
    expect(waits.slice(0, 4)).toEqual([2_000, 6_000, 18_000, 54_000]);
    expect(waits.at(-1)).toBe(undefined);
    const given = waits.flatMap((wait) => wait ?? []);
    expect(Math.max(...given)).toBe(6 * 3_600_000);
    expect(given.reduce((sum, wait) => sum + wait, 0) / 86_400_000).toBeCloseTo(2.9, 0);
  });
});

describe('a report of a mail that came back', () => {
  const report = [
    'Reporting-MTA: dns; mx.example.org',
    'Arrival-Date: Sun, 1 Mar 2026 09:00:00 +0000',
    '',
    'Original-Recipient: rfc822;Orla@Example.org',
    'Final-Recipient: rfc822; orla@inside.example.org',
    'Action: FAILED',
    'Status: 5.1.1 (bad destination mailbox address)',
    'Diagnostic-Code: smtp; 550 5.1.1 <Orla@Example.org>:',
    '  Recipient address rejected',
    '',
    'Final-Recipient: rfc822; <full@example.org>',
    'Action: delayed',
    'Status: 4.2.2',
    '',
    'Final-Recipient: rfc822; odd@example.org',
    'Action: exploded',
    'Status: 5.1.1',
    '',
    'Action: failed',
    'Status: 5.1.1',
  ].join('\r\n');

  it('names the recipients it can be understood about, and the address that was written to', () => {
    expect(recipientsOf(report)).toEqual([
      {
        address: 'orla@example.org',
        action: 'failed',
        status: '5.1.1',
        diagnostic: '550 5.1.1 <Orla@Example.org>: Recipient address rejected',
      },
      { address: 'full@example.org', action: 'delayed', status: '4.2.2', diagnostic: '' },
    ]);
  });

  it.each([
    ['failed', '5.1.1', true],
    ['failed', '5.2.1', true],
    ['failed', '5.2.2', false],
    ['failed', '4.4.7', false],
    ['failed', '5.7.1', false],
    ['delayed', '5.1.1', false],
  ] as const)('that says %s with %s is for good: %s', (action, status, hard) => {
    expect(isHard({ action, status })).toBe(hard);
  });
});

describe('the address of a sender', () => {
  it.each([
    ['awards@plaudit.example', undefined],
    [' Awards+2026@PLAUDIT.example ', undefined],
    ['awards@bücher.example', undefined],
    ['awards@例え.テスト', undefined],
    ['awards@xn--bcher-kva.example', undefined],
    ['ärger@plaudit.example', 'messages.address-not-ascii'],
    ['awards@pаypal.example', 'messages.address-mixed-scripts'],
    ['awards@plaudít.example', undefined],
    ['awards@plαudit.example', 'messages.address-mixed-scripts'],
    ['awards', 'field.not-email'],
    ['@plaudit.example', 'field.not-email'],
    ['a@b@', 'field.not-email'],
    ['a@localhost', 'field.not-email'],
    ['a@127.0.0.1', 'field.not-email'],
    ['a..b@plaudit.example', 'field.not-email'],
    ['a@-plaudit.example', 'field.not-email'],
    ['a b@plaudit.example', 'field.not-email'],
    ['a@plaudit.example>', 'field.not-email'],
    ['a@plaudit.example, b@plaudit.example', 'field.not-email'],
    ['a@plaudit.example\r\nBcc: b@plaudit.example', 'field.not-email'],
    [`${'a'.repeat(65)}@plaudit.example`, 'field.not-email'],
    [`a@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(60)}.${'f'.repeat(20)}`, 'field.not-email'],
  ])('%j is refused as %s', (text, fault) => {
    expect(addressFault(tidyAddress(text))).toBe(fault);
  });
});

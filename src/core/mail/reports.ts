/** The machine's half of a delivery status notification (RFC 3464 §2): fields about the message, then about each recipient. */

export type Reported = {
  /** Lower case. */
  readonly address: string;
  readonly action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';
  /** RFC 3463: `5.1.1`. */
  readonly status: string;
  readonly diagnostic: string;
};

type Fields = ReadonlyMap<string, string>;

function groupsOf(text: string): Fields[] {
  return text
    .replaceAll('\r\n', '\n')
    .split(/\n[ \t]*\n/)
    .map((group) => group.replaceAll(/\n[ \t]+/g, ' '))
    .map(
      (group) =>
        new Map(
          group.split('\n').flatMap((line): [string, string][] => {
            const colon = line.indexOf(':');
            return colon < 1 ? [] : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]];
          }),
        ),
    )
    .filter((fields) => fields.size > 0);
}

/** `rfc822; <a@example.org>` → `a@example.org`. */
const withoutType = (text: string) => text.slice(text.indexOf(';') + 1).trim();
const bare = (text: string) => withoutType(text).replaceAll(/^<|>$/g, '').toLowerCase();

const actions = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const;

/** Recipients without an action or a status of the standard are left out: what cannot be understood marks nobody. */
export function recipientsOf(report: string): Reported[] {
  return groupsOf(report).flatMap((fields): Reported[] => {
    const address = bare(fields.get('original-recipient') ?? fields.get('final-recipient') ?? '');
    const action = actions.find((one) => one === fields.get('action')?.toLowerCase());
    const status = /^[245]\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0];
    if (!address.includes('@') || action === undefined || status === undefined) return [];
    return [{ address, action, status, diagnostic: withoutType(fields.get('diagnostic-code') ?? '').slice(0, 400) }];
  });
}

/** A bounce that is for good: another mail would come back too. A full mailbox or a dead server is not (RFC 3463 §2). */
export function isHard({ action, status }: Pick<Reported, 'action' | 'status'>): boolean {
  return action === 'failed' && /^5\.1\.(?:1|2|3|6|10)$|^5\.2\.1$/.test(status);
}

/** Soft returns of as many mails say that nobody reads there. */
export const softReturns = 3;

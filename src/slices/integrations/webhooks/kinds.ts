/** What webhooks tell, by the name it is told under, and the events of the record behind it. What is not here is never told. */
const told = {
  'edition.published': 'programmes.edition-published',
  'edition.dates-changed': 'programmes.dates-changed',
  'edition.entries-closed': 'programmes.entries-closed',
  'entry.submitted': 'entries.entry-submitted',
  'entry.withdrawn': 'entries.entry-withdrawn',
  'entry.revived': 'entries.entry-revived',
  'entry.accepted': 'screening.entry-accepted',
  'entry.returned': 'screening.entry-returned',
  'entry.acceptance-undone': 'screening.acceptance-undone',
  'edition.judges-assigned': 'judging.judges-assigned',
  // Told to the winners is told from the announced instant on: the decision itself, made before it, is never told.
  'edition.announced': 'results.winners-told',
} as const;

export type KindToTell = keyof typeof told;

export const kindsToTell = Object.keys(told) as [KindToTell, ...KindToTell[]];

/** What a webhook hears of itself, whatever it was made for. */
const ofItself: Readonly<Record<string, string>> = {
  'integrations.webhook-added': 'webhook.added',
  'integrations.webhook-tested': 'webhook.test',
};

const byEvent = new Map<string, KindToTell>(Object.entries(told).map(([kind, event]) => [event, kind as KindToTell]));

type Event = { readonly kind: string; readonly subject: string };

/** Under which name an event is told to a webhook; undefined for what it does not hear. */
export function kindFor(webhook: { readonly id: string; readonly kinds: readonly string[] }, { kind, subject }: Event): string | undefined {
  if (subject === webhook.id && kind in ofItself) return ofItself[kind];
  const name = byEvent.get(kind);
  return name !== undefined && webhook.kinds.includes(name) ? name : undefined;
}

/**
 * Sections an organiser adds whole: questions many awards ask alike. They are that organiser's from then on: every word can be changed,
 * every question moved or taken away.
 */
import { keyFor } from '../../editions/key.ts';
import { type Form, formShape, type Section } from '../shape.ts';
import { takenKeys, withNewSection } from './editing.ts';

export const blockKeys = ['use-of-ai', 'agency'] as const;
export type BlockKey = (typeof blockKeys)[number];
export const isBlock = (key: string): key is BlockKey => blockKeys.some((each) => each === key);

type KeyOf = (key: string) => string;

/** What one writes by oneself and what a program wrote is told apart by the one who knows. Nothing is held against anybody here. */
const useOfAi = (keyOf: KeyOf) => ({
  title: 'Use of AI',
  help: 'Say where programs that write, translate, draw or reckon by themselves had a part in this entry. Spelling and grammar checks need not be named.',
  items: [
    {
      kind: 'choice' as const,
      key: keyOf('ai-used'),
      label: 'Was AI used to prepare this entry?',
      required: 'submit' as const,
      options: [
        { key: 'no', label: 'No' },
        { key: 'yes', label: 'Yes' },
      ],
    },
    {
      kind: 'choice' as const,
      key: keyOf('ai-for'),
      label: 'What was it used for?',
      required: 'submit' as const,
      condition: { field: keyOf('ai-used'), is: ['yes'] },
      options: [
        { key: 'wording', label: 'Wording of what we wrote ourselves' },
        { key: 'translation', label: 'Translation' },
        { key: 'text', label: 'Text it wrote' },
        { key: 'figures', label: 'Figures, tables or their reading' },
        { key: 'pictures', label: 'Pictures, sound or video' },
      ],
      choose: { max: 5 },
      other: true,
    },
    {
      kind: 'long-text' as const,
      key: keyOf('ai-how'),
      label: 'Which programs, and who checked what came of them?',
      required: 'submit' as const,
      condition: { field: keyOf('ai-used'), is: ['yes'] },
      words: { max: 150 },
    },
  ],
});

/** The nominee's name stays the client's: rules ask after the company the entry is about, not after the one that writes it. */
const agency = (keyOf: KeyOf) => ({
  title: 'Sent in by an agency',
  help: 'Whoever enters for a client names the client as the nominee. The rules of the award ask after the client.',
  items: [
    {
      kind: 'choice' as const,
      key: keyOf('sent-in-by'),
      label: 'Who sends this entry in?',
      required: 'submit' as const,
      audience: 'managers' as const,
      options: [
        { key: 'own', label: 'The company it is about' },
        { key: 'agency', label: 'An agency, for its client' },
      ],
    },
    {
      kind: 'short-text' as const,
      key: keyOf('agency-name'),
      label: 'Name of the agency',
      required: 'submit' as const,
      audience: 'managers' as const,
      condition: { field: keyOf('sent-in-by'), is: ['agency'] },
    },
    {
      kind: 'short-text' as const,
      key: keyOf('client-contact'),
      label: 'Whom we may ask at the client',
      help: 'Name and e-mail address of somebody there who knows of this entry.',
      required: 'submit' as const,
      audience: 'managers' as const,
      protection: 'personal' as const,
      condition: { field: keyOf('sent-in-by'), is: ['agency'] },
    },
    {
      kind: 'consent' as const,
      key: keyOf('client-agrees'),
      label: 'The client agrees',
      text: 'Our client knows this entry, agrees to its being sent in and to the figures it shows, and accepts the rules of the award.',
      condition: { field: keyOf('sent-in-by'), is: ['agency'] },
    },
  ],
});

const blocks: Readonly<Record<BlockKey, (keyOf: KeyOf) => Omit<Section, 'key' | 'items'> & { readonly items: readonly unknown[] }>> = {
  'use-of-ai': useOfAi,
  agency,
};

export const titleOfBlock = (block: BlockKey): string => blocks[block]((key) => key).title as string;

/** The form with a block more at its end; keys that are taken get a number, what refers to them too. Says which section it became. */
export function withBlock(form: Form, block: BlockKey): { readonly form: Form; readonly section: string } {
  const taken = takenKeys(form);
  const made = blocks[block]((key) => keyFor(key, key, taken));
  const section = keyFor(
    block,
    block,
    form.sections.map(({ key }) => key),
  );
  const [read] = formShape.parse({ title: form.title, sections: [{ ...made, key: section }] }).sections;
  return { form: read ? withNewSection(form, read) : form, section };
}

/** When two rows speak of the same win. */

/** Letters alone: case, accents of Latin, wide forms, spaces and marks do not make another winner. A name of marks alone stays what it is. */
export function folded(text: string): string {
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\u0300-\u036f]/gu, '')
    .normalize('NFKC');
  const letters = plain.replaceAll(/[^\p{L}\p{N}\p{M}]+/gu, ' ').trim();
  return letters === '' ? plain.trim() : letters;
}

type Said = {
  readonly first: number;
  readonly last: number;
  readonly category: string;
  readonly nominee: string;
  readonly organisation: string;
  readonly title: string;
};

/** Year, category, title, nominee and organisation. Whether it was shared is told of a win and does not make another one. */
export function winKey({ first, last, category, nominee, organisation, title }: Said): string {
  return JSON.stringify([first, last, ...[category, title, nominee, organisation].map(folded)]);
}

/** What several winners may share. */
export function titleKey({ first, last, category, title }: Pick<Said, 'first' | 'last' | 'category' | 'title'>): string {
  return JSON.stringify([first, last, folded(category), folded(title)]);
}

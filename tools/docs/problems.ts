import { catalogue, type ProblemCode } from '#core/problems/catalogue.ts';
import { wordsFor } from '#words/index.ts';
import { type Page, table } from './page.ts';

const intro = `# Problems

Every refusal has a permanent code. The API answers it as \`application/problem+json\` (RFC 9457) with the status below; a page shows its sentences.`;

export const problems: Page = {
  file: 'problems.md',
  make: () => {
    const { problems: sentences } = wordsFor('en');
    const codes = (Object.keys(catalogue) as ProblemCode[]).sort();
    const rows = codes.map((code) => [`\`${code}\``, String(catalogue[code].status), sentences[code].title]);
    return `${intro}\n\n${table(['code', 'status', 'what a person reads first'], rows)}\n`;
  },
};

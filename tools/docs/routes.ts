import { policies } from '../../src/routes.ts';
import { type Page, table } from './page.ts';

const intro = `# Routes

Every page and the policy it declares; a route without one does not start. The finer question, whether this person may see this thing,
is answered by the operation or the view behind it.`;

export const routes: Page = {
  file: 'routes.md',
  make: () => {
    const rows = [...policies].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, policy]) => [`\`${path}\``, policy]);
    return `${intro}\n\n${table(['address', 'who may open it'], rows)}\n`;
  },
};

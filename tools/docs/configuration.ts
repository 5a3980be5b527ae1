import { settings } from '#platform/config.server.ts';
import { type Page, table } from './page.ts';

const intro = `# Configuration

Every setting is an environment variable; all are read and checked together when a process starts, and each fault is named.
Secrets (\`DATABASE_URL\`, \`PLAUDIT_SECRET\`, \`PLAUDIT_SMTP_URL\`) belong in a file only the service can read.`;

export const configuration: Page = {
  file: 'configuration.md',
  make: () => {
    const rows = Object.entries(settings).map(([name, { fallback, about }]) => [
      `\`${name}\``,
      fallback === '' ? 'not set' : `\`${fallback}\``,
      about,
    ]);
    return `${intro}\n\n${table(['setting', 'default', 'what it is for'], rows)}\n`;
  },
};

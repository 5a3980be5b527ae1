/** Once for a whole run: a server and the migrated template. Each test file takes its copy with `testDatabase()`. */
import type { TestProject } from 'vitest/node';
import { startTestServer } from './server.ts';
import { makeTemplate, type Template } from './template.ts';

declare module 'vitest' {
  interface ProvidedContext {
    template: Template;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer();
  try {
    project.provide('template', await makeTemplate(server));
  } catch (error) {
    await server.stop();
    throw error;
  }
  return server.stop;
}

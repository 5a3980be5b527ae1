/** Once for a whole run: a server and the migrated template. Each test file takes its copy with `testDatabase()`. */
import type { TestProject } from 'vitest/node';
import { startTestServer } from './server.ts';
import { makeTemplate, type Template } from './template.ts';

declare module 'vitest' {
  interface ProvidedContext {
    template: Template;
  }
}

type Shared = { readonly template: Template; readonly stop: () => Promise<void> };

/** The projects of a run load this file each for itself, and use one server. */
const run = globalThis as { plauditTestServer?: Promise<Shared>; plauditTestProjects?: number };

async function start(): Promise<Shared> {
  const server = await startTestServer();
  try {
    return { template: await makeTemplate(server), stop: server.stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  run.plauditTestServer ??= start();
  run.plauditTestProjects = (run.plauditTestProjects ?? 0) + 1;
  const { template, stop } = await run.plauditTestServer;
  project.provide('template', template);
  return async () => {
    run.plauditTestProjects = (run.plauditTestProjects ?? 0) - 1;
    if (run.plauditTestProjects > 0) return;
    delete run.plauditTestServer;
    await stop();
  };
}

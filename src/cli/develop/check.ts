/** `./plaudit check`: the checks that need no database, by `tools/check.ts`. */
import type { Command } from 'commander';
import { registerTool } from './tool.ts';

export function register(program: Command): void {
  registerTool(program, 'check');
}

/** `./plaudit test`: every test, by `tools/test.ts`. */
import type { Command } from 'commander';
import { registerTool } from './tool.ts';

export function register(program: Command): void {
  registerTool(program, 'test');
}

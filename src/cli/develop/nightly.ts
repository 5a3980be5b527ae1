/** `./plaudit nightly`: what takes too long for every run, by `tools/nightly.ts`. */
import type { Command } from 'commander';
import { registerTool } from './tool.ts';

export function register(program: Command): void {
  registerTool(program, 'nightly');
}

/** `./plaudit bench`: the figures the documents tell, by `bench/main.ts`. */
import type { Command } from 'commander';
import { registerTool } from './tool.ts';

export function register(program: Command): void {
  registerTool(program, 'bench');
}

/** CPU time of processes, as the kernel counts it. */
import { readdirSync, readFileSync } from 'node:fs';

/** Milliseconds in a tick of /proc: a hundred ticks a second on every Linux we run on. */
const tick = 10;

type Stat = { readonly pid: number; readonly parent: number; readonly own: number; readonly reaped: number };

function statOf(pid: number): Stat | undefined {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return undefined;
  }
  // The name in brackets may hold anything; what is counted from comes after it.
  const fields = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const [parent = 0, user = 0, system = 0, childUser = 0, childSystem = 0] = [1, 11, 12, 13, 14].map((i) => fields[i]);
  return { pid, parent, own: (user + system) * tick, reaped: (childUser + childSystem) * tick };
}

function allStats(): Stat[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => statOf(Number(pid)))
    .filter((stat) => stat !== undefined);
}

/** Milliseconds a process has used with everything it started, whether that still runs or has ended. */
export function cpuOfTree(root: number): number {
  const stats = allStats();
  const sum = (pid: number): number => {
    const stat = stats.find((one) => one.pid === pid);
    if (stat === undefined) return 0;
    const children = stats.filter(({ parent }) => parent === pid);
    return stat.own + stat.reaped + children.reduce((total, child) => total + sum(child.pid), 0);
  };
  return sum(root);
}

export function cpuOfTrees(roots: readonly number[]): number {
  return roots.reduce((total, root) => total + cpuOfTree(root), 0);
}

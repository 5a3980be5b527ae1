/** What the machine knows of other processes. Read from /proc; where there is none, only life and death are known. */
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

function readProc(pid: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return undefined;
  }
}

/** A zombie is dead: it holds nothing, but its number still answers to signals until its parent reaps it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const stat = readProc(pid, 'stat');
  if (stat === undefined) return process.platform !== 'linux';
  return !/^[ZX]/.test(stat.slice(stat.lastIndexOf(')') + 2));
}

/** The process that started it, or whoever inherited it. */
export function parentOf(pid: number): number | undefined {
  const stat = readProc(pid, 'stat');
  return stat === undefined ? undefined : Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}

/** The command line as it was started, argument by argument; empty when it cannot be seen. */
export function commandLineOf(pid: number): string[] {
  return (readProc(pid, 'cmdline') ?? '').split('\0').slice(0, -1);
}

function allPids(): number[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number);
  } catch {
    return [];
  }
}

function linkOf(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}

/** Live processes that work inside a folder. */
export function processesIn(folder: string): number[] {
  return allPids().filter((pid) => linkOf(`/proc/${pid}/cwd`) === folder && isAlive(pid));
}

/** The socket inode that listens on a port, over IPv4 or IPv6. */
function listeningInode(port: number): string | undefined {
  const wanted = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  for (const table of ['/proc/net/tcp', '/proc/net/tcp6']) {
    let lines: string[] = [];
    try {
      lines = readFileSync(table, 'utf8').split('\n');
    } catch {
      continue;
    }
    for (const line of lines) {
      const [, local, , state, , , , , , inode] = line.trim().split(/\s+/);
      if (state === '0A' && local?.endsWith(wanted)) return inode;
    }
  }
  return undefined;
}

function hasSocket(pid: number, inode: string): boolean {
  try {
    return readdirSync(`/proc/${pid}/fd`).some((fd) => linkOf(`/proc/${pid}/fd/${fd}`) === `socket:[${inode}]`);
  } catch {
    return false;
  }
}

/** Who listens on a port, as far as this user may see. */
export function holderOfPort(port: number): { pid: number; name: string } | undefined {
  const inode = listeningInode(port);
  const pid = inode === undefined ? undefined : allPids().find((candidate) => hasSocket(candidate, inode));
  return pid === undefined ? undefined : { pid, name: (readProc(pid, 'comm') ?? '').trim() };
}

/** Like processes kept alive side by side and replaced one by one, so that somebody always serves. */
import type { ChildProcess } from 'node:child_process';
import cluster from 'node:cluster';
import { type Say, sentences } from '../say.server.ts';
import { type Keeper, keepAlive } from './keeper.server.ts';

export type Group = {
  readonly ready: Promise<void>;
  readonly pids: () => (number | undefined)[];
  /** Starts a new process for each old one, waits until it is ready, then lets the old one finish. */
  readonly replaceAll: () => Promise<void>;
  readonly stop: (how: 'together' | 'now') => Promise<void>;
};

export type GroupOptions = {
  readonly name: string;
  readonly count: number;
  readonly spawn: () => ChildProcess;
  readonly say: Say;
  /** Seconds without progress after which one counts as hung. */
  readonly patience?: number;
};

/**
 * Starts web processes that share one port. They share the listening socket itself: whoever is idle takes the next
 * connection, and the port stays open while one of them lives. (Handed out in turn by the supervisor, a connection that
 * meets a process just killed or hanging would wait for ever.)
 */
export function webSpawner(program: string, env: Readonly<Record<string, string>>): () => ChildProcess {
  cluster.schedulingPolicy = cluster.SCHED_NONE;
  // What Node thinks of the interfaces our libraries try is for their authors, not for whoever runs this.
  cluster.setupPrimary({ exec: program, args: [], execArgv: ['--disable-warning=ExperimentalWarning'] });
  return () => cluster.fork(env).process;
}

export function keepGroup({ name, count, ...options }: GroupOptions): Group {
  const begin = (i: number): Keeper => keepAlive({ name: count === 1 ? name : `${name} ${i + 1}`, ...options });
  const keepers = Array.from({ length: count }, (_, i) => begin(i));
  const newcomers = new Set<Keeper>();
  let stopping = false;

  const replace = async (i: number, old: Keeper) => {
    const next = begin(i);
    newcomers.add(next);
    try {
      await next.ready;
      keepers[i] = next;
    } catch (error) {
      options.say(sentences.notReplaced(old.name));
      throw error;
    } finally {
      newcomers.delete(next);
    }
    await old.stop('alone');
  };
  return {
    ready: Promise.all(keepers.map((keeper) => keeper.ready)).then(() => undefined),
    pids: () => keepers.map((keeper) => keeper.pid()),
    replaceAll: async () => {
      for (const [i, old] of keepers.entries()) if (!stopping) await replace(i, old);
    },
    stop: async (how) => {
      stopping = true;
      await Promise.all([...keepers, ...newcomers].map((keeper) => keeper.stop(how)));
    },
  };
}

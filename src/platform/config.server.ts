/**
 * The one validated configuration of every process (12-factor: environment only). `docs/generated/configuration.md`
 * is made from the table below, so each setting says here what it is for.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';

function count(min: number, max: number) {
  const error = `a whole number from ${min} to ${max} is needed`;
  return z.coerce.number({ error }).int({ error }).min(min, { error }).max(max, { error });
}

const port = count(1, 65535);
const flag = z.enum(['1', '0', 'true', 'false', 'yes', 'no', 'on', 'off']).transform((v) => ['1', 'true', 'yes', 'on'].includes(v));

type Setting = { readonly schema: z.ZodType; readonly fallback: string; readonly about: string };

/** Name → schema, default as written by a person, and what it is for. An empty default means "not set". */
export const settings = {
  PORT: { schema: port, fallback: '3000', about: 'Port the web process listens on.' },
  HOST: { schema: z.string().min(1), fallback: '127.0.0.1', about: 'Address the web process listens on; 0.0.0.0 for all.' },
  PLAUDIT_DATA: {
    schema: z.string().min(1),
    fallback: './data',
    about: 'Folder of the embedded database, files and the installation secret.',
  },
  PLAUDIT_URL: {
    schema: z.url({ protocol: /^https?$/ }),
    fallback: '',
    about: 'Public address, with an optional sub-path. Default: http://HOST:PORT.',
  },
  DATABASE_URL: {
    schema: z.url({ protocol: /^postgres(ql)?$/ }),
    fallback: '',
    about: 'Owner connection to an external PostgreSQL 15 or newer. Not set: the embedded server.',
  },
  PLAUDIT_APP_DATABASE_URL: {
    schema: z.url({ protocol: /^postgres(ql)?$/ }),
    fallback: '',
    about: 'Connection of the web process. Default: the role <database>_app, made by migrate.',
  },
  PLAUDIT_JOBS_DATABASE_URL: {
    schema: z.url({ protocol: /^postgres(ql)?$/ }),
    fallback: '',
    about: 'Connection of the jobs process. Default: the role <database>_jobs, made by migrate.',
  },
  PLAUDIT_SECRET: {
    schema: z.string().min(32),
    fallback: '',
    about: 'Installation secret, 32 characters or more. Default: made on first start in PLAUDIT_DATA/secret.',
  },
  PLAUDIT_DEMO: { schema: flag, fallback: 'on', about: 'Load the demo organisation on the first start of an empty database: on or off.' },
  PLAUDIT_WEBS: { schema: count(1, 64), fallback: '1', about: 'Web processes under the supervisor.' },
  PLAUDIT_JOBS_CONCURRENCY: { schema: count(1, 100), fallback: '4', about: 'Jobs one jobs process runs at once.' },
  PLAUDIT_POOL: { schema: count(2, 200), fallback: '10', about: 'Database connections a process may hold.' },
  PLAUDIT_LOG: { schema: z.enum(['debug', 'info', 'warn', 'error', 'silent']), fallback: 'info', about: 'Least severe log line written.' },
  PLAUDIT_SMTP_URL: {
    schema: z.url({ protocol: /^smtps?$/ }),
    fallback: '',
    about: 'Mail server. Not set: mail is kept in the local mailbox page.',
  },
  PLAUDIT_MAIL_FROM: { schema: z.string().min(3), fallback: 'Plaudit <plaudit@localhost.invalid>', about: 'Sender of all mail.' },
  PLAUDIT_SOURCE_URL: {
    schema: z.url({ protocol: /^https?$/ }),
    fallback: '',
    about: 'Where the source of this version can be had. The licence asks for it once you have changed the program.',
  },
  PLAUDIT_PROXY: { schema: flag, fallback: 'off', about: 'Trust X-Forwarded-For and X-Forwarded-Proto of the proxy in front: on or off.' },
} as const satisfies Record<string, Setting>;

export type SettingName = keyof typeof settings;

export type Config = {
  readonly port: number;
  readonly host: string;
  readonly dataFolder: string;
  /** Public address without a trailing slash; `basePath` is its path ('' or '/awards'). */
  readonly url: string;
  readonly basePath: string;
  readonly databaseUrl: string | undefined;
  readonly appDatabaseUrl: string | undefined;
  readonly jobsDatabaseUrl: string | undefined;
  readonly secret: string | undefined;
  readonly demo: boolean;
  readonly webs: number;
  readonly jobsConcurrency: number;
  readonly pool: number;
  readonly log: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly behindProxy: boolean;
  readonly sourceUrl: string | undefined;
};

/** Thrown with every fault at once; each line names the variable, what it holds and what it may hold. */
class ConfigError extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(`Configuration is not valid:\n${faults.map((f) => `  ${f}`).join('\n')}`);
    this.name = 'ConfigError';
    this.faults = faults;
  }
}

function readValues(env: NodeJS.ProcessEnv): Record<SettingName, unknown> {
  const faults: string[] = [];
  const values: Partial<Record<SettingName, unknown>> = {};
  for (const [name, setting] of Object.entries(settings) as [SettingName, Setting][]) {
    const written = env[name]?.trim() || setting.fallback;
    if (written === '') continue;
    const parsed = setting.schema.safeParse(written);
    if (parsed.success) values[name] = parsed.data;
    else faults.push(`${name}=${JSON.stringify(written)}: ${[...new Set(parsed.error.issues.map((i) => i.message))].join('; ')}`);
  }
  if (faults.length > 0) throw new ConfigError(faults);
  return values as Record<SettingName, unknown>;
}

/** Where the checkout lies: the data folder is in it unless told otherwise, from whatever folder a command is given. */
const checkout = resolve(import.meta.dirname, '../..');

/** Reads and validates the environment. A relative folder that is given is taken from the working directory. */
export function loadConfig(env: NodeJS.ProcessEnv = process.env, cwd: string = process.cwd()): Config {
  const v = readValues(env);
  const listen = `http://${v.HOST === '0.0.0.0' || v.HOST === '127.0.0.1' ? 'localhost' : String(v.HOST)}:${String(v.PORT)}`;
  const url = new URL((v.PLAUDIT_URL as string | undefined) ?? listen);
  const basePath = url.pathname.replace(/\/+$/, '');
  return {
    port: v.PORT as number,
    host: v.HOST as string,
    dataFolder: resolve(env.PLAUDIT_DATA?.trim() ? cwd : checkout, v.PLAUDIT_DATA as string),
    url: `${url.origin}${basePath}`,
    basePath,
    databaseUrl: v.DATABASE_URL as string | undefined,
    appDatabaseUrl: v.PLAUDIT_APP_DATABASE_URL as string | undefined,
    jobsDatabaseUrl: v.PLAUDIT_JOBS_DATABASE_URL as string | undefined,
    secret: v.PLAUDIT_SECRET as string | undefined,
    demo: v.PLAUDIT_DEMO as boolean,
    webs: v.PLAUDIT_WEBS as number,
    jobsConcurrency: v.PLAUDIT_JOBS_CONCURRENCY as number,
    pool: v.PLAUDIT_POOL as number,
    log: v.PLAUDIT_LOG as Config['log'],
    smtpUrl: v.PLAUDIT_SMTP_URL as string | undefined,
    mailFrom: v.PLAUDIT_MAIL_FROM as string,
    behindProxy: v.PLAUDIT_PROXY as boolean,
    sourceUrl: v.PLAUDIT_SOURCE_URL as string | undefined,
  };
}

/** The installation secret: from the environment, else from the data folder. Undefined before the first start. */
export function readSecret(config: Config): string | undefined {
  if (config.secret) return config.secret;
  try {
    return readFileSync(resolve(config.dataFolder, 'secret'), 'utf8').trim();
  } catch {
    return undefined;
  }
}

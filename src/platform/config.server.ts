/**
 * The one validated configuration of every process (12-factor: environment only). `docs/generated/configuration.md`
 * is made from the table below, so each setting says here what it is for.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import type { S3Settings } from './files/s3-store.server.ts';
import { networksFrom } from './outward/networks.server.ts';

function count(min: number, max: number) {
  const error = `a whole number from ${min} to ${max} is needed`;
  return z.coerce.number({ error }).int({ error }).min(min, { error }).max(max, { error });
}

const port = count(1, 65535);
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'hours and minutes are needed, as in 02:30' });
const flag = z.enum(['1', '0', 'true', 'false', 'yes', 'no', 'on', 'off']).transform((v) => ['1', 'true', 'yes', 'on'].includes(v));

type Setting = { readonly schema: z.ZodType; readonly fallback: string; readonly about: string; readonly secret?: true };

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
  PLAUDIT_SMTP_PASSWORD: {
    schema: z.string().min(1),
    fallback: '',
    about: 'Password at the mail server; the name stands in PLAUDIT_SMTP_URL. Set: it counts instead of one that stands there.',
    secret: true,
  },
  PLAUDIT_SMTP_TLS: {
    schema: z.enum(['required', 'offered', 'off']),
    fallback: 'offered',
    about: 'For smtp://: required sends nothing in the clear and trusts known certificates only; offered; off. smtps:// is always sealed.',
  },
  PLAUDIT_SMTP_CONNECTIONS: {
    schema: count(1, 50),
    fallback: '2',
    about: 'Connections to the mail server that are held open and used again.',
  },
  PLAUDIT_SMTP_TIMEOUT: { schema: count(1, 600), fallback: '20', about: 'Seconds of silence after which the mail server counts as gone.' },
  PLAUDIT_SMTP_HOURLY: {
    schema: count(0, 10_000_000),
    fallback: '0',
    about: 'Mails an organisation sends in an hour; the rest waits for its turn. 0: as many as there are.',
  },
  PLAUDIT_MAIL_FROM: {
    schema: z.string().min(3),
    fallback: 'Plaudit <plaudit@localhost.invalid>',
    about: 'Sender of mail about accounts, and of programmes that name none.',
  },
  PLAUDIT_MAIL_DOMAINS: {
    schema: z.string().regex(/^[^\s,@]+(?:\s*,\s*[^\s,@]+)*$/, { error: 'domains with commas between them are needed' }),
    fallback: '',
    about: 'Domains programmes may send from, with commas between them. Not set: the one of PLAUDIT_MAIL_FROM.',
  },
  PLAUDIT_MAIL_BOUNCES: {
    schema: z.string().regex(/^[^\s@+]+@[^\s@]+$/, { error: 'an address is needed, as in bounces@awards.example' }),
    fallback: '',
    about: 'Where undeliverable mail comes back to, with the id of the mail behind a +. Not set: the address of PLAUDIT_MAIL_FROM.',
  },
  PLAUDIT_PROVIDERS: {
    schema: z.string().min(1),
    fallback: '',
    about:
      'YAML file of the organisations whose members sign in by OpenID Connect or SAML. It holds their secrets: readable to the service alone.',
  },
  PLAUDIT_SOURCE_URL: {
    schema: z.url({ protocol: /^https?$/ }),
    fallback: '',
    about: 'Where the source of this version can be had. The licence asks for it once you have changed the program.',
  },
  PLAUDIT_BACKUP_TO: {
    schema: z.string().min(1),
    fallback: '',
    about: 'Folder for backups, best on another disk. Set: the supervisor takes one each day, and the log of erasures lies there too.',
  },
  PLAUDIT_BACKUP_AT: { schema: timeOfDay, fallback: '02:30', about: 'When the daily backup begins, hours and minutes in UTC.' },
  PLAUDIT_BACKUP_KEEP: {
    schema: count(1, 10_000),
    fallback: '14',
    about: 'Backups kept in the folder; older ones are removed after a new one was verified.',
  },
  PLAUDIT_BACKUP_PASSPHRASE: {
    schema: z.string().min(12, { error: 'twelve characters or more are needed' }),
    fallback: '',
    about: 'Seals backups. Keep it where the backups are not: without it they are noise, to you as well.',
    secret: true,
  },
  PLAUDIT_METRICS_TOKEN: {
    schema: z.string().regex(/^\S{24,}$/, { error: 'twenty-four characters or more without a space are needed' }),
    fallback: '',
    about: 'Opens /metrics to whoever sends it as a bearer token. Not set: there is no such page.',
    secret: true,
  },
  PLAUDIT_FILES_URL: {
    schema: z.url({ protocol: /^https?$/ }),
    fallback: '',
    about:
      'Address of a host of its own for what people sent, led to the same web process, best below the same domain. Not set: PLAUDIT_URL.',
  },
  PLAUDIT_FILES_QUOTA: {
    schema: count(0, 1_000_000),
    fallback: '0',
    about: 'Gigabytes of files an organisation may keep; 0 for as much as there is room.',
  },
  PLAUDIT_S3_URL: {
    schema: z.url({ protocol: /^https?$/ }),
    fallback: '',
    about: 'Bucket of a store that speaks S3, as https://HOST/BUCKET or https://HOST/BUCKET/PREFIX. Not set: PLAUDIT_DATA/files.',
  },
  PLAUDIT_S3_REGION: { schema: z.string().min(1), fallback: 'us-east-1', about: 'Region the store of PLAUDIT_S3_URL signs for.' },
  PLAUDIT_S3_KEY: { schema: z.string().min(1), fallback: '', about: 'Access key of that store.' },
  PLAUDIT_S3_SECRET: { schema: z.string().min(1), fallback: '', about: 'Secret of that access key.', secret: true },
  PLAUDIT_CLAMD: {
    schema: z.string().regex(/^(?:\/|.+:\d+$)/, { error: 'HOST:PORT or the path of a socket is needed' }),
    fallback: '',
    about: 'clamd of ClamAV, as HOST:PORT or the path of its socket. Set: a file is held until it was scanned.',
  },
  PLAUDIT_DISK_LIMIT: {
    schema: count(16, 1_000_000),
    fallback: '512',
    about: 'Megabytes free below which new files are refused, so that marks and drafts can still be saved.',
  },
  PLAUDIT_BALLAST: {
    schema: count(0, 100_000),
    fallback: '128',
    about: 'Megabytes kept in reserve in PLAUDIT_DATA and given up when the disk is nearly full; 0 for none.',
  },
  PLAUDIT_WEBHOOK_NETWORKS: {
    schema: z.string().refine((text) => networksFrom(text) !== undefined, { error: 'networks are needed, as in 10.0.0.0/8, fd00::/8' }),
    fallback: '',
    about: 'Networks inside which webhooks may go, over http too, separated by commas. Not set: out into the internet over https alone.',
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
  readonly smtp: {
    readonly tls: 'required' | 'offered' | 'off';
    readonly password: string | undefined;
    readonly connections: number;
    /** Milliseconds. */
    readonly timeout: number;
    readonly hourly: number;
  };
  readonly mailDomains: readonly string[];
  readonly mailBounces: string | undefined;
  readonly behindProxy: boolean;
  readonly backup: { readonly to: string | undefined; readonly at: string; readonly keep: number; readonly passphrase: string | undefined };
  readonly files: {
    readonly url: string | undefined;
    /** Bytes. */
    readonly quota: number | undefined;
    readonly s3: S3Settings | undefined;
    readonly clamd: string | undefined;
  };
  readonly metricsToken: string | undefined;
  /** Bytes. */
  readonly diskLimit: number;
  readonly ballast: number;
  readonly sourceUrl: string | undefined;
  /** As it was written; `networksFrom` reads it. */
  readonly webhookNetworks: string;
  /** Who vouches for people, as `slices/people/providers` reads it. */
  readonly providersFile: string | undefined;
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
    else
      faults.push(
        `${name}=${setting.secret ? '…' : JSON.stringify(written)}: ${[...new Set(parsed.error.issues.map((i) => i.message))].join('; ')}`,
      );
  }
  if (faults.length > 0) throw new ConfigError(faults);
  return values as Record<SettingName, unknown>;
}

function storeIn(v: Record<SettingName, unknown>): S3Settings | undefined {
  if (v.PLAUDIT_S3_URL === undefined) return undefined;
  const [key, secret] = [v.PLAUDIT_S3_KEY, v.PLAUDIT_S3_SECRET] as (string | undefined)[];
  const { origin, pathname } = new URL(v.PLAUDIT_S3_URL as string);
  const [bucket = '', ...path] = pathname.split('/').filter(Boolean);
  if (bucket === '' || key === undefined || secret === undefined)
    throw new ConfigError(['PLAUDIT_S3_URL: a bucket in its path, PLAUDIT_S3_KEY and PLAUDIT_S3_SECRET are needed with it']);
  const prefix = path.map((part) => `${part}/`).join('');
  return { endpoint: origin, bucket, prefix, region: v.PLAUDIT_S3_REGION as string, key, secret };
}

/** Names with commas between them, in lower case. */
const listIn = (text = '') =>
  text
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '');

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
    smtp: {
      tls: v.PLAUDIT_SMTP_TLS as Config['smtp']['tls'],
      password: v.PLAUDIT_SMTP_PASSWORD as string | undefined,
      connections: v.PLAUDIT_SMTP_CONNECTIONS as number,
      timeout: (v.PLAUDIT_SMTP_TIMEOUT as number) * 1_000,
      hourly: v.PLAUDIT_SMTP_HOURLY as number,
    },
    mailDomains: listIn(v.PLAUDIT_MAIL_DOMAINS as string | undefined),
    mailBounces: v.PLAUDIT_MAIL_BOUNCES as string | undefined,
    behindProxy: v.PLAUDIT_PROXY as boolean,
    backup: {
      to: v.PLAUDIT_BACKUP_TO === undefined ? undefined : resolve(cwd, v.PLAUDIT_BACKUP_TO as string),
      at: v.PLAUDIT_BACKUP_AT as string,
      keep: v.PLAUDIT_BACKUP_KEEP as number,
      passphrase: v.PLAUDIT_BACKUP_PASSPHRASE as string | undefined,
    },
    files: {
      url: (v.PLAUDIT_FILES_URL as string | undefined)?.replace(/\/+$/, ''),
      quota: v.PLAUDIT_FILES_QUOTA === 0 ? undefined : (v.PLAUDIT_FILES_QUOTA as number) * 1_000_000_000,
      s3: storeIn(v),
      clamd: v.PLAUDIT_CLAMD as string | undefined,
    },
    metricsToken: v.PLAUDIT_METRICS_TOKEN as string | undefined,
    diskLimit: (v.PLAUDIT_DISK_LIMIT as number) * 2 ** 20,
    ballast: (v.PLAUDIT_BALLAST as number) * 2 ** 20,
    sourceUrl: v.PLAUDIT_SOURCE_URL as string | undefined,
    webhookNetworks: (v.PLAUDIT_WEBHOOK_NETWORKS as string | undefined) ?? '',
    providersFile: v.PLAUDIT_PROVIDERS === undefined ? undefined : resolve(cwd, v.PLAUDIT_PROVIDERS as string),
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

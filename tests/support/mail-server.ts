/** A real mail server on a port of this machine, which can be made as unhelpful as real ones are. */
import { createServer, type Server, type Socket } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export type Received = {
  readonly messageId: string;
  readonly from: string;
  readonly fromName: string;
  readonly replyTo: string;
  readonly returnTo: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly secure: boolean;
  readonly user: string;
};

export type MailServer = {
  readonly port: number;
  readonly received: readonly Received[];
  /** Connections there were. */
  readonly connections: () => number;
  readonly stop: () => Promise<void>;
};

type Stage = 'connect' | 'sender' | 'recipient' | 'text';

type Manner =
  /** Takes every mail. */
  | 'willing'
  /** Takes the first mail, then loses the connection before it has said so. */
  | 'breaks-off-once'
  /** Takes every mail and never says so. */
  | 'silent-after-text'
  /** Answers with this reply at this stage, every time. */
  | { readonly at: Stage; readonly reply: string };

type Options = {
  /** Wants this name and password. */
  readonly login?: { readonly user: string; readonly pass: string };
  /** Offers STARTTLS with a certificate nobody knows. */
  readonly tls?: boolean;
};

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

function refusalAt(manner: Manner, stage: Stage): Error | undefined {
  if (typeof manner === 'string' || manner.at !== stage) return undefined;
  const [code, ...words] = manner.reply.split(' ');
  return Object.assign(new Error(words.join(' ')), { responseCode: Number(code) });
}

async function read(raw: Buffer, session: { secure: boolean; user?: unknown; envelope: { mailFrom: unknown } }): Promise<Received> {
  const mail = await PostalMime.parse(raw);
  const { mailFrom } = session.envelope;
  return {
    messageId: mail.messageId ?? '',
    from: mail.from?.address ?? '',
    fromName: mail.from?.name ?? '',
    replyTo: mail.replyTo?.[0]?.address ?? '',
    returnTo: typeof mailFrom === 'object' && mailFrom && 'address' in mailFrom ? String(mailFrom.address) : '',
    to: mail.to?.[0]?.address ?? '',
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html ?? '',
    headers: Object.fromEntries(mail.headers.map(({ key, value }) => [key, value])),
    secure: session.secure,
    user: typeof session.user === 'string' ? session.user : '',
  };
}

function hooksOf(
  manner: Manner,
  take: (raw: Buffer, session: Parameters<typeof read>[1]) => Promise<'say so' | 'say nothing'>,
): SMTPServerOptions {
  return {
    onConnect: (_session, done) => done(refusalAt(manner, 'connect')),
    onMailFrom: (_address, _session, done) => done(refusalAt(manner, 'sender')),
    onRcptTo: (_address, _session, done) => done(refusalAt(manner, 'recipient')),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const refused = refusalAt(manner, 'text');
        if (refused) return done(refused);
        return void take(Buffer.concat(chunks), session).then((then) => {
          if (then === 'say so') done();
        });
      });
    },
  };
}

/** On a free port for 0. */
export async function startMailServer(port: number, manner: Manner = 'willing', { login, tls = false }: Options = {}): Promise<MailServer> {
  const received: Received[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  const take = async (raw: Buffer, session: Parameters<typeof read>[1]) => {
    received.push(await read(raw, session));
    if (manner === 'breaks-off-once' && received.length === 1) {
      for (const socket of sockets) socket.destroy();
      return 'say nothing';
    }
    return manner === 'silent-after-text' ? 'say nothing' : 'say so';
  };
  const server = new SMTPServer({
    ...hooksOf(manner, take),
    authOptional: login === undefined,
    allowInsecureAuth: true,
    disabledCommands: [...(tls ? [] : ['STARTTLS']), ...(login ? [] : ['AUTH'])],
    closeTimeout: 100,
    logger: false,
    onAuth: ({ username, password }, _session, done) => {
      if (username === login?.user && password === login?.pass) done(null, { user: username });
      else done(Object.assign(new Error('no'), { responseCode: 535 }));
    },
  });
  server.on('error', () => {});
  server.server.on('connection', (socket) => {
    connections += 1;
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  const stop = async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise<void>((closed) => server.close(() => closed()));
  };
  return { port: portOf(server.server), received, connections: () => connections, stop };
}

export type Tarpit = { readonly port: number; readonly held: () => number; readonly stop: () => void };

/** Takes connections and never says a word. */
export async function startTarpit(): Promise<Tarpit> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const stop = () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  };
  return { port: portOf(server), held: () => sockets.size, stop };
}

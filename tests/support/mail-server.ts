/** A real mail server on a port of this machine, which can be made as unhelpful as real ones are. */
import { createServer, type Server, type Socket } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export type Received = { readonly messageId: string; readonly to: string; readonly subject: string; readonly text: string };

export type MailServer = {
  readonly port: number;
  readonly received: readonly Received[];
  readonly stop: () => Promise<void>;
};

type Manner =
  /** Takes every mail. */
  | 'willing'
  /** Takes the first mail, then loses the connection before it has said so. */
  | 'breaks-off-once';

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

/** On a free port for 0. */
export async function startMailServer(port: number, manner: Manner = 'willing'): Promise<MailServer> {
  const received: Received[] = [];
  const sockets = new Set<Socket>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        void PostalMime.parse(Buffer.concat(chunks)).then((mail) => {
          const to = mail.to?.[0]?.address ?? '';
          received.push({ messageId: mail.messageId ?? '', to, subject: mail.subject ?? '', text: mail.text ?? '' });
          if (manner === 'breaks-off-once' && received.length === 1) for (const socket of sockets) socket.destroy();
          else done();
        });
      });
    },
  });
  server.on('error', () => {});
  server.server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  const stop = () => new Promise<void>((closed) => server.close(() => closed()));
  return { port: portOf(server.server), received, stop };
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

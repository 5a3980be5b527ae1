/** Who is at the other end of a request: the connection's address, or what the proxy in front says of it. */
const peers = new WeakMap<Request, string>();

export function notePeer(request: Request, address: string): void {
  peers.set(request, address);
}

/** Of a list of addresses only the last was written by our own proxy; those before it are whatever a visitor sent. */
export function peerOf(request: Request, behindProxy: boolean): string {
  const told = behindProxy ? request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  return told || (peers.get(request) ?? '');
}

import net from 'node:net';

/** A request over a socket of its own, sent and read as slowly as the test likes. */
export interface RawRequest {
  readonly socket: net.Socket;
  /** What has been received so far; nothing while the socket is paused. */
  readonly received: () => string;
  /** Resolves when the socket has closed. */
  readonly closed: Promise<void>;
}

/** Connects and sends the head of a request with a body of so many bytes, and nothing of the body. */
export async function sendHead(
  port: number,
  lines: readonly string[],
  { paused = false }: { readonly paused?: boolean } = {},
): Promise<RawRequest> {
  const socket = net.connect({ port, host: '127.0.0.1' });
  let text = '';
  const closed = new Promise<void>((resolve) => socket.on('close', () => resolve()));
  socket.on('error', () => undefined);
  if (!paused) socket.on('data', (part: Buffer) => (text += part.toString('latin1')));
  await new Promise<void>((resolve) => socket.on('connect', () => resolve()));
  socket.write(`${lines.join('\r\n')}\r\n\r\n`);
  return { socket, received: () => text, closed };
}

/** Head and body of an upload, to be sent piece by piece. */
export function rawUpload(token: string, householdId: number, photo: Buffer): { head: string[]; body: Buffer } {
  const boundary = 'anju-test-boundary';
  const part = (name: string, value: string): string =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const start =
    `${part('householdId', String(householdId))}${part('category', 'otherMaterial')}--${boundary}\r\n` +
    'Content-Disposition: form-data; name="file"; filename="slow.jpg"\r\nContent-Type: image/jpeg\r\n\r\n';
  const body = Buffer.concat([Buffer.from(start), photo, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  const head = [
    'POST /api/registry/evidence HTTP/1.1',
    'Host: 127.0.0.1',
    `Authorization: Bearer ${token}`,
    `Content-Type: multipart/form-data; boundary=${boundary}`,
    `Content-Length: ${body.length}`,
  ];
  return { head, body };
}

import { connect } from 'node:net';

/** An answer as it comes over the wire. */
export interface RawAnswer {
  readonly status: number;
  /** Header fields, names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/**
 * Sends bytes over a connection of its own, as no HTTP client would: `fetch` normalizes the request target.
 *
 * @param bytes a whole request that asks to close the connection, percent-encoded or not
 * @returns the answer, with status 0 when the connection ended without one
 */
export function rawRequest(port: number, bytes: string): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(port, 'localhost', () => socket.write(bytes, 'latin1'));
    socket.setEncoding('latin1');
    socket.setTimeout(10_000, () =>
      socket.destroy(new Error(`No answer to ${bytes.slice(0, 80)}`)),
    );
    socket.on('data', (chunk: string) => (text += chunk));
    socket.on('error', reject);
    socket.on('close', () => {
      resolve(parse(text));
    });
  });
}

/** Returns a request without a body, whose target is sent as it is. */
export function requestLine(target: string, method = 'GET'): string {
  return `${method} ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`;
}

function parse(text: string): RawAnswer {
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  const headers = lines.map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
  });
  const status = /^HTTP\/1\.1 (\d{3}) /.exec(first)?.[1] ?? '0';
  return { status: Number(status), headers: new Map(headers), body: rest.join('\r\n\r\n') };
}

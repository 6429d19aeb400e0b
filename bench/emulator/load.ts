import { Agent, request } from 'node:http';
import type { IncomingMessage } from 'node:http';

/** One kind of request, made again and again over connections that stay open. */
export interface Load {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Figures {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

const CONNECTIONS = 16;

/** @throws Error at the first answer that is not 200, or when `deadline` aborts */
export async function measure(load: Load, count: number, deadline: AbortSignal): Promise<Figures> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const times: number[] = [];
  let left = count;
  const work = async () => {
    while (left > 0) {
      left -= 1;
      const begun = performance.now();
      await once(load, agent, deadline);
      times.push(performance.now() - begun);
    }
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: CONNECTIONS }, work));
  const seconds = (performance.now() - begun) / 1000;
  agent.destroy();
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(share * (times.length - 1))] ?? 0;
  return { perSecond: count / seconds, p50: at(0.5), p99: at(0.99) };
}

function once({ method, url, headers, body }: Load, agent: Agent, signal: AbortSignal) {
  return new Promise<void>((resolve, reject) => {
    const answered = (response: IncomingMessage) => {
      response.resume().once('end', () => {
        if (response.statusCode === 200) resolve();
        else reject(new Error(`${method} ${url} answered ${String(response.statusCode)}.`));
      });
    };
    const length = body === undefined ? {} : { 'content-length': String(body.length) };
    const options = { method, agent, signal, headers: { ...headers, ...length } };
    request(url, options, answered).once('error', reject).end(body);
  });
}

import { createHash, randomBytes } from 'node:crypto';
import { cloudApp } from '../app.ts';
import { newCloud, resetCloud } from '../cloud.ts';
import type { Cloud } from '../cloud.ts';

/** For property tests: the whole cloud without a socket, on a clock of the test's. */
export interface InProcessCloud {
  readonly cloud: Cloud;
  now: number;
  reset(): void;
  send(path: string, init?: Init): Promise<Reply>;
}

export interface Init {
  readonly form?: URLSearchParams | string | Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
  /** POST with a form, else GET, unless said otherwise. */
  readonly method?: string;
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Of a redirect, else empty. */
  readonly location: string;
}

const ORIGIN = 'http://localhost:4001';
const START = 1_800_000_000_000;

export function inProcessCloud(): InProcessCloud {
  const world = { now: START };
  const cloud = newCloud({ clock: () => world.now, random: randomBytes });
  cloud.origin = ORIGIN;
  const app = cloudApp(cloud, { control: false });
  return Object.assign(world, {
    cloud,
    reset: () => {
      world.now = START;
      resetCloud(cloud);
    },
    send: async (path: string, { form, headers = {}, method }: Init = {}): Promise<Reply> => {
      const response = await app.fetch(
        new Request(`${ORIGIN}${path}`, {
          ...(form !== undefined && { method: 'POST', body: form }),
          ...(method !== undefined && { method }),
          headers: {
            ...(form !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
            ...headers,
            host: 'localhost:4001',
          },
        }),
      );
      return {
        status: response.status,
        headers: response.headers,
        text: await response.text(),
        location: response.headers.get('location') ?? '',
      };
    },
  });
}

/** A browser's cookies and forms; it stops where an app would take over. */
export class Visitor {
  private readonly world: InProcessCloud;
  private readonly cookies = new Map<string, string>();

  constructor(world: InProcessCloud) {
    this.world = world;
  }

  async open(path: string, form?: URLSearchParams): Promise<Reply> {
    const headers = { cookie: [...this.cookies].map((pair) => pair.join('=')).join('; ') };
    const reply = await this.world.send(path, { headers, ...(form && { form }) });
    for (const cookie of reply.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=');
      this.cookies.set(name, value);
    }
    return reply.location.startsWith('/interaction/') ? this.open(reply.location) : reply;
  }

  /** Presses a button of the page's form, hidden fields included. */
  submit(page: Reply, fields: Readonly<Record<string, string>>): Promise<Reply> {
    const action = /<form method="post" action="([^"]+)"/.exec(page.text)?.[1] ?? '/nowhere';
    const hidden = [...page.text.matchAll(/type="hidden"\s+name="([^"]+)"\s+value="([^"]*)"/g)];
    const values = hidden.map(([, name = '', value = '']) => [name, value]);
    return this.open(action, new URLSearchParams([...values, ...Object.entries(fields)]));
  }
}

export function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}

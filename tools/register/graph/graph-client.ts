import { setTimeout as sleep } from 'node:timers/promises';
import { GraphFailure } from './graph-failure.ts';
import type { Doing, Refusal } from './graph-failure.ts';

const ATTEMPTS = 5;
const FALLBACK_SECONDS = 5;
const MAX_SECONDS = 120;

/** Where Graph is, and as whom to ask. */
export interface GraphAccess {
  /** `https://graph.microsoft.com` */
  readonly origin: string;
  readonly token: () => Promise<string>;
  /** Replaced in tests. */
  readonly wait?: (milliseconds: number) => Promise<unknown>;
}

/** How a call is made. */
export interface CallOptions {
  readonly doing: Doing;
  /** The object was made a moment ago: Graph's replicas may not know it yet. */
  readonly isNew?: boolean;
}

interface ErrorBody {
  readonly error?: { readonly code?: string; readonly message?: string };
}

/** Calls to Microsoft Graph that wait as long as Graph asks them to, and fail with a reason. */
export class GraphClient {
  private readonly access: GraphAccess;

  constructor(access: GraphAccess) {
    this.access = access;
  }

  /**
   * Sends one request, again where Graph says that it may succeed later.
   *
   * @throws GraphFailure with a remedy
   * @see https://learn.microsoft.com/graph/throttling
   */
  async call<T>(method: string, path: string, options: CallOptions, body?: object): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      const response = await this.send(method, path, body);
      const text = await response.text();
      if (response.ok) return (text ? JSON.parse(text) : undefined) as T;
      const refusal = refusalOf(response, text);
      if (attempt === ATTEMPTS || !mayPass(refusal, options)) {
        throw new GraphFailure(refusal, options.doing);
      }
      await (this.access.wait ?? sleep)(secondsOf(response) * 1000);
    }
  }

  private async send(method: string, path: string, body: object | undefined): Promise<Response> {
    const { origin, token } = this.access;
    const authorization = `Bearer ${await token()}`;
    const url = `${origin}/v1.0${path}`;
    return body === undefined
      ? fetch(url, { method, headers: { authorization } })
      : fetch(url, {
          method,
          headers: { authorization, 'content-type': 'application/json' },
          body: JSON.stringify(body),
        });
  }

  /** Reads a whole list, page by page. */
  async list<T>(path: string): Promise<T[]> {
    const items: T[] = [];
    for (let next: string | undefined = path; next !== undefined;) {
      const page: { value: T[]; '@odata.nextLink'?: string } = await this.call('GET', next, {
        doing: 'read',
      });
      items.push(...page.value);
      next = page['@odata.nextLink']?.split('/v1.0')[1];
    }
    return items;
  }
}

function refusalOf({ status, headers }: Response, text: string): Refusal {
  const { code = '', message = '' } = readJson(text).error ?? {};
  return { status, code, message, requestId: headers.get('request-id') ?? 'unknown' };
}

function mayPass({ status, code }: Refusal, { isNew = false }: CallOptions): boolean {
  return (
    [429, 503, 504].includes(status) ||
    (isNew && (status === 404 || code === 'NoBackingApplicationObject'))
  );
}

function secondsOf({ headers }: Response): number {
  const seconds = Number(headers.get('retry-after') ?? FALLBACK_SECONDS);
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0), MAX_SECONDS) : FALLBACK_SECONDS;
}

function readJson(text: string): ErrorBody {
  try {
    return Object(JSON.parse(text)) as ErrorBody;
  } catch {
    return {};
  }
}

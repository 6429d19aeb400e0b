import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** An answer of Graph that is more than 200 and a JSON body. */
export interface GraphResponse {
  readonly status: ContentfulStatusCode | 204;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: object | null;
  readonly bytes?: Uint8Array<ArrayBuffer>;
}

export function json(
  body: object | null,
  extra: Partial<Omit<GraphResponse, 'body'>> = {},
): GraphResponse {
  return { status: body === null ? 204 : 200, headers: {}, body, ...extra };
}

export function bytes(
  bytes: Uint8Array<ArrayBuffer>,
  contentType: string,
  headers: Readonly<Record<string, string>>,
): GraphResponse {
  return { status: 200, headers: { 'Content-Type': contentType, ...headers }, body: null, bytes };
}

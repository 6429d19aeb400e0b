import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** An answer of Graph that is more than 200 and a JSON body. */
export interface GraphAnswer {
  readonly status: ContentfulStatusCode | 204;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: object | null;
  readonly bytes?: Uint8Array<ArrayBuffer>;
}

export function answer(
  body: object | null,
  extra: Partial<Omit<GraphAnswer, 'body'>> = {},
): GraphAnswer {
  return { status: body === null ? 204 : 200, headers: {}, body, ...extra };
}

export function binary(
  bytes: Uint8Array<ArrayBuffer>,
  contentType: string,
  headers: Readonly<Record<string, string>>,
): GraphAnswer {
  return { status: 200, headers: { 'Content-Type': contentType, ...headers }, body: null, bytes };
}

import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** A refusal. Checks throw it, and one place answers with it (RFC 9457, "Problem Details for HTTP APIs"). */
export class Problem extends Error {
  readonly status: ContentfulStatusCode;
  readonly title: string;
  /** Header fields of the response: a challenge, or how long to wait. */
  readonly headers: Readonly<Record<string, string>>;

  /**
   * @param detail for the developer of a client; never anything of a token
   */
  constructor(
    status: ContentfulStatusCode,
    title: string,
    detail: string,
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(detail);
    this.name = 'Problem';
    this.status = status;
    this.title = title;
    this.headers = headers;
  }

  /** Returns the answer, as `application/problem+json`. */
  toResponse(): Response {
    const body = {
      type: 'about:blank',
      title: this.title,
      status: this.status,
      detail: this.message,
    };
    return new Response(JSON.stringify(body), {
      status: this.status,
      headers: { ...this.headers, 'Content-Type': 'application/problem+json' },
    });
  }
}

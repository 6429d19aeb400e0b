/** The protocol log: what was asked, what was decided and why, with every secret masked. */
export interface LoggedExchange {
  readonly at: string;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly form: Readonly<Record<string, string>>;
  readonly status: number;
  /** One sentence: "code issued to adele@contoso.example". */
  readonly decision: string;
  readonly correlationId: string;
}

const MAX_EXCHANGES = 1_000;

const SECRETS = new Set([
  ...['code', 'code_verifier', 'refresh_token', 'access_token', 'id_token', 'client_secret'],
  ...['id_token_hint', 'client_assertion', 'assertion', 'subject_token', 'actor_token', 'csrf'],
  ...['password', 'device_code', 'sid'],
]);

export class ExchangeLog {
  private exchanges: LoggedExchange[] = [];

  get entries(): readonly LoggedExchange[] {
    return this.exchanges;
  }

  add(exchange: LoggedExchange): void {
    this.exchanges.push(exchange);
    if (this.exchanges.length > MAX_EXCHANGES) {
      this.exchanges.shift();
    }
  }

  clear(): void {
    this.exchanges = [];
  }
}

export function masked(parameters: Iterable<[string, string]>): Record<string, string> {
  const shown = [...parameters].map(
    ([name, value]) =>
      [name, SECRETS.has(name.toLowerCase()) ? '•••' : value.slice(0, 500)] as const,
  );
  return Object.fromEntries(shown);
}

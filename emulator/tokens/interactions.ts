import type { AuthorizeRequest } from './authorize-request.ts';
import { opaque } from './random.ts';
import type { Random } from './random.ts';

/** How an authorize request came, kept until its answer goes back to the app. */
export interface RequestOrigin {
  readonly method: string;
  readonly path: string;
  /** `prompt=none`: no page may be shown. */
  readonly silent: boolean;
}

/** An authorize request that waits for a person: which account, which permissions. */
export interface Interaction {
  readonly id: string;
  /** In a cookie of the browser it belongs to; nobody else's form post is accepted. */
  readonly browserKey: string;
  readonly csrf: string;
  readonly request: AuthorizeRequest;
  readonly startedAt: number;
  chosenPersonId?: string;
  /** The person asked for the list instead of the form filled in from `login_hint`. */
  pickInstead?: boolean;
  readonly origin: RequestOrigin;
  /** Whose fault rules, by person, this request has met. */
  readonly appliedPersonIds: Set<string>;
  /**
   * Who did what, by person rather than by request: somebody may go back and choose another account,
   * which must not inherit it.
   */
  authenticatedPersonId?: string;
  consentedPersonId?: string;
  stayAnsweredPersonId?: string;
}

const LIFETIME = 3_600_000;
const MAX_PENDING = 5_000;

export class Interactions {
  private readonly pending = new Map<string, Interaction>();
  private readonly clock: () => number;
  private readonly random: Random;

  constructor(clock: () => number, random: Random) {
    this.clock = clock;
    this.random = random;
  }

  /** @param personId whose request it is, when it says so itself */
  start(request: AuthorizeRequest, origin: RequestOrigin, personId?: string): Interaction {
    const [oldest] = this.pending.keys();
    if (oldest !== undefined && this.pending.size >= MAX_PENDING) {
      this.pending.delete(oldest);
    }
    const interaction: Interaction = {
      id: opaque(this.random, 24),
      browserKey: opaque(this.random, 24),
      csrf: opaque(this.random, 24),
      request,
      startedAt: this.clock(),
      origin,
      appliedPersonIds: new Set(personId === undefined ? [] : [personId]),
    };
    this.pending.set(interaction.id, interaction);
    return interaction;
  }

  find(id: string): Interaction | undefined {
    const interaction = this.pending.get(id);
    return interaction && this.clock() - interaction.startedAt < LIFETIME ? interaction : undefined;
  }

  end(interaction: Interaction): void {
    this.pending.delete(interaction.id);
  }

  clear(): void {
    this.pending.clear();
  }
}

import type { Fault, FaultPlace, FaultRule } from './fault.ts';

/** What a request is, as far as a rule can ask. */
export interface RequestFacts {
  readonly at: FaultPlace;
  readonly method: string;
  readonly path: string;
  readonly grant: string | undefined;
  readonly silent: boolean;
  /** Where in its handling it is; `request` unless it is an authorize request. */
  readonly phase: FaultPhase;
  /** Found out only when a rule names somebody. */
  readonly person: () => Promise<string | undefined>;
}

/**
 * Faults apply to an authorize request when it comes in, when a page makes its person known (rules that
 * name one), and to its response (`reply` faults).
 */
export type FaultPhase = 'request' | 'person' | 'response';

export interface ActiveRule {
  readonly id: number;
  readonly rule: FaultRule;
  /** Matching requests seen, those let through included. */
  readonly seen: number;
}

/** The faults in force, in the order they were added. */
export class FaultRules {
  private rules: { id: number; rule: FaultRule; seen: number }[] = [];
  private nextId = 1;

  get active(): readonly ActiveRule[] {
    return this.rules.map((entry) => ({ ...entry }));
  }

  add(rule: FaultRule): number {
    const id = this.nextId;
    this.nextId += 1;
    this.rules.push({ id, rule, seen: 0 });
    return id;
  }

  remove(id: number): void {
    this.rules = this.rules.filter((entry) => entry.id !== id);
  }

  clear(): void {
    this.rules = [];
  }

  /** The faults this request meets: every delay, and the first fault of another kind. */
  async take(facts: RequestFacts): Promise<Fault[]> {
    const faults: Fault[] = [];
    for (const entry of [...this.rules]) {
      const isSettled = faults.some(({ kind }) => kind !== 'delay');
      if ((isSettled && entry.rule.fault.kind !== 'delay') || !(await fits(entry.rule, facts))) {
        continue;
      }
      entry.seen += 1;
      const { after = 0, times = Infinity } = entry.rule;
      if (entry.seen >= after + times) {
        this.remove(entry.id);
      }
      if (entry.seen > after) {
        faults.push(entry.rule.fault);
      }
    }
    return faults;
  }
}

async function fits(rule: FaultRule, facts: RequestFacts): Promise<boolean> {
  const fitsRequest = fitsPhase(rule, facts.phase) && fitsKind(rule, facts);
  if (rule.at !== facts.at || !fitsRequest || !fitsPath(rule.path, facts.path)) {
    return false;
  }
  const { person } = rule;
  return person === undefined || (await facts.person())?.toLowerCase() === person.toLowerCase();
}

function fitsPhase({ fault, person }: FaultRule, phase: FaultPhase): boolean {
  return (
    (fault.kind === 'reply') === (phase === 'response') &&
    (phase !== 'person' || person !== undefined)
  );
}

function fitsKind(rule: FaultRule, facts: RequestFacts): boolean {
  return (
    (rule.method ?? facts.method).toUpperCase() === facts.method &&
    (rule.grant ?? facts.grant) === facts.grant &&
    (rule.silent ?? facts.silent) === facts.silent
  );
}

function fitsPath(wanted: string | undefined, path: string): boolean {
  if (wanted === undefined) {
    return true;
  }
  return wanted.endsWith('$') && !wanted.endsWith('/$')
    ? path === wanted.slice(0, -1)
    : path.startsWith(wanted);
}

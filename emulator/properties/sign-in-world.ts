import assert from 'node:assert/strict';
import { Visitor } from './in-process-cloud.ts';
import type { InProcessCloud } from './in-process-cloud.ts';
import {
  Agreements,
  checkRegistered,
  checkTokens,
  claimedBy,
  mayGetTokens,
  spendsCode,
} from './sign-in-model.ts';
import type { Claimed, Code, Grant, RefreshToken } from './sign-in-model.ts';
import { personIn, signInOnPages } from './sign-in-pages.ts';
import { COMMAND_LINE, REGISTERED } from './sign-in-steps.ts';
import type { Authorize, FaultControl, Logout, Redeem, Refresh, Wait } from './sign-in-steps.ts';

/** For property tests: takes the steps against the cloud and compares each answer with the model. */
export class SignInWorld {
  /** So that the test can say how much it saw. */
  readonly seen = { codes: 0, tokens: 0, refusals: 0, unnamed: 0, defaults: 0 };
  private readonly world: InProcessCloud;
  private readonly browsers: readonly [Visitor, Visitor];
  /** Who may be signed in where: perhaps fewer, never others. */
  private readonly signedIn = [new Set<string>(), new Set<string>()] as const;
  private readonly agreements = new Agreements();
  private readonly codes: Code[] = [];
  private readonly refreshTokens: RefreshToken[] = [];

  constructor(world: InProcessCloud) {
    this.world = world;
    this.browsers = [new Visitor(world), new Visitor(world)];
  }

  take(step: Authorize | Redeem | Refresh | Logout | FaultControl | Wait): Promise<void> {
    switch (step.kind) {
      case 'authorize':
        return this.authorize(step);
      case 'redeem':
        return this.redeem(step);
      case 'refresh':
        return this.refresh(step);
      case 'logout':
        return this.signOut(step);
      case 'control':
        this.apply(step);
        break;
      case 'wait':
        this.world.now += step.seconds * 1000;
    }
    return Promise.resolve();
  }

  private async authorize(step: Authorize): Promise<void> {
    const [own = ''] = REGISTERED[step.client] ?? [];
    const redirectUri = step.redirectUri ?? own;
    const { location } = await signInOnPages(this.browsers[step.browser], step, redirectUri, {
      agreed: (who) => {
        this.agreements.agree(step, who);
      },
      named: (who) => {
        this.signedIn[step.browser].add(who);
      },
    });
    const back =
      location === '' ? undefined : checkRegistered(location, redirectUri, [step.client]);
    const code = back?.searchParams.get('code');
    if (!back || typeof code !== 'string') {
      this.seen.refusals += 1;
      return;
    }
    const person = personIn(back, this.world);
    this.checkCode(step, person);
    this.seen.codes += 1;
    this.codes.unshift({
      ...{ client: step.client, tenant: step.tenant, scope: step.scope, verifier: step.verifier },
      ...{ redirectUri, person, code, issuedAt: this.world.now, spent: false, revoked: false },
      spa: step.client !== COMMAND_LINE,
    });
  }

  private checkCode({ client, tenant, scope, prompt, browser }: Authorize, person: string): void {
    assert.ok(mayGetTokens(person, client, tenant), `a code for ${person} at ${tenant}`);
    assert.ok(
      prompt !== 'none' || this.signedIn[browser].has(person),
      `a silent code for ${person}, who is not signed in`,
    );
    for (const permission of scope.needs) {
      const isCovered = this.agreements.covers(client, person, permission);
      assert.ok(isCovered, `a code for ${permission} without consent`);
    }
  }

  private async redeem(step: Redeem): Promise<void> {
    const code = this.codes[step.pick];
    if (!code) {
      return;
    }
    const redirectUri = step.redirectUri ?? code.redirectUri;
    const verifier = step.verifier ?? code.verifier;
    const claimed = claimedBy(step, code);
    const answer = await this.requestTokens(claimed, {
      grant_type: 'authorization_code',
      code: code.code,
      redirect_uri: redirectUri,
      code_verifier: verifier,
      ...(step.scope && { scope: step.scope.asked }),
    });
    if (!('error_codes' in answer)) {
      assert.equal(code.spent, false, 'a code was redeemed twice');
      assert.equal(code.revoked, false, 'a revoked code was taken');
      assert.ok(this.world.now - code.issuedAt <= 60_000, 'a code outlived its minute');
      assert.equal(redirectUri, code.redirectUri, 'another redirect URI redeemed the code');
      assert.equal(verifier, code.verifier, 'another proof key redeemed the code');
      this.keep(answer, claimed, { ...code, issuedAt: this.world.now });
    }
    code.spent ||= spendsCode(answer);
  }

  private async refresh(step: Refresh): Promise<void> {
    const held = this.refreshTokens[step.pick];
    if (!held) {
      return;
    }
    const claimed = claimedBy(step, held);
    const answer = await this.requestTokens(claimed, {
      grant_type: 'refresh_token',
      refresh_token: held.refreshToken,
      ...(step.scope && { scope: step.scope.asked }),
    });
    if (!('error_codes' in answer)) {
      assert.equal(held.revoked, false, 'a revoked refresh token was taken');
      const age = this.world.now - held.issuedAt;
      assert.ok(!held.spa || age < 86_400_000, 'a refresh token outlived its day');
      this.keep(answer, claimed, held);
      this.seen.unnamed += step.scope === undefined ? 1 : 0;
      this.seen.defaults += step.scope?.asked.endsWith('.default') === true ? 1 : 0;
    }
  }

  private async requestTokens(
    { client, tenant, fromBrowser }: Claimed,
    fields: Readonly<Record<string, string>>,
  ): Promise<Record<string, string>> {
    const { status, text } = await this.world.send(`/${tenant}/oauth2/v2.0/token`, {
      form: new URLSearchParams({ client_id: client, ...fields }),
      headers: fromBrowser ? { origin: 'http://localhost:3000' } : {},
    });
    const answer = JSON.parse(text) as Record<string, string>;
    assert.equal(status, 'error_codes' in answer ? 400 : 200, text);
    this.seen.refusals += status === 400 ? 1 : 0;
    return answer;
  }

  private keep(answer: Record<string, string>, claimed: Claimed, grant: Grant): void {
    checkTokens(answer, claimed, grant, this.agreements);
    this.seen.tokens += 1;
    const { refresh_token: refreshToken } = answer;
    if (refreshToken !== undefined) {
      this.refreshTokens.unshift({ ...grant, refreshToken, revoked: false });
    }
  }

  private async signOut({ browser, hint, redirectUri }: Logout): Promise<void> {
    const query = new URLSearchParams({ post_logout_redirect_uri: redirectUri });
    if (hint !== undefined) {
      query.set('logout_hint', hint);
    }
    const path = `/common/oauth2/v2.0/logout?${query.toString()}`;
    const { location, text } = await this.browsers[browser].open(path);
    if (location !== '') {
      checkRegistered(location, redirectUri, Object.keys(REGISTERED));
    }
    if (hint !== undefined) {
      this.signedIn[browser].delete(hint);
    } else if (!text.includes('action="/sign-out"')) {
      this.signedIn[browser].clear();
    }
  }

  private apply({ control, person }: FaultControl): void {
    this.world.cloud.faults[control](person);
    if (control === 'revokeConsent') {
      this.agreements.withdraw(person);
      return;
    }
    for (const held of [...this.codes, ...this.refreshTokens]) {
      held.revoked ||= person === undefined || held.person === person;
    }
    for (const names of this.signedIn) {
      for (const name of person === undefined ? [...names] : [person]) {
        names.delete(name);
      }
    }
  }
}

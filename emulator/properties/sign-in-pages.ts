import assert from 'node:assert/strict';
import { challengeOf } from './in-process-cloud.ts';
import type { InProcessCloud, Reply, Visitor } from './in-process-cloud.ts';
import { isAdministrator, needsAdministrator } from './sign-in-model.ts';
import type { Authorize } from './sign-in-steps.ts';

/** What a person did on the pages, for the model to remember. */
interface Observer {
  readonly agreed: (person: string) => void;
  readonly named: (person: string) => void;
}

/** Asks for a code and answers each page as the step's person would, up to the way back to the app. */
export async function signInOnPages(
  browser: Visitor,
  step: Authorize,
  redirectUri: string,
  observer: Observer,
): Promise<Reply> {
  let page = await browser.open(authorizePath(step, redirectUri));
  for (let pages = 0; pages < 5 && page.location === '' && page.status === 200; pages += 1) {
    page = await browser.submit(page, decide(page, step, observer));
  }
  assert.ok(page.status < 500, page.text);
  return page;
}

function decide(page: Reply, step: Authorize, observer: Observer): Record<string, string> {
  if (page.text.includes('Permissions requested')) {
    if (step.accepts) {
      observer.agreed(shownPerson(page));
    }
    return {
      decision: step.accepts ? 'accept' : 'cancel',
      ...(step.forAll && { organization: 'yes' }),
    };
  }
  if (page.text.includes('Need admin approval')) {
    assert.ok(needsAdministrator(step.scope) && !isAdministrator(shownPerson(page)));
    return { decision: step.accepts ? 'cancel' : 'accept' };
  }
  observer.named(step.person);
  return { username: step.person };
}

function authorizePath(step: Authorize, redirectUri: string): string {
  const query = new URLSearchParams({
    client_id: step.client,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: step.scope.asked,
    client_info: '1',
    code_challenge: challengeOf(step.verifier),
    code_challenge_method: 'S256',
    ...(step.prompt !== undefined && { prompt: step.prompt }),
  });
  return `/${step.tenant}/oauth2/v2.0/authorize?${query.toString()}`;
}

/** Whom the answer to the app is about. */
export function personIn(back: URL, { cloud }: InProcessCloud): string {
  const clientInfo = back.searchParams.get('client_info') ?? '';
  const { uid } = JSON.parse(Buffer.from(clientInfo, 'base64url').toString()) as { uid: string };
  return cloud.directory.person(uid)?.userPrincipalName ?? 'nobody';
}

/** Whose identity the page shows above its question. */
function shownPerson(page: Reply): string {
  const identity = /<p class="identity">[\s\S]*?<\/strong>\s*(\S+)<\/span/.exec(page.text)?.[1];
  assert.ok(identity !== undefined, 'a question to nobody');
  return identity;
}

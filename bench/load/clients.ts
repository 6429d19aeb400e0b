import { createHash } from 'node:crypto';
import { decodeJwt } from 'jose';
import type { LocalCloud } from '../../emulator/index.ts';
import { redeemCode, TestBrowser } from '../../emulator/test-browser.ts';

/** A wrong answer, which no fault of the network explains. */
export class WrongAnswer extends Error {
  override readonly name = 'WrongAnswer';
}

/**
 * Signs somebody in over HTTP and reads their profile; after a fault of the network they begin again, as people do.
 *
 * @param url where the cloud is, as seen by this browser
 * @returns how often they had to begin
 * @throws WrongAnswer for a refusal, or when the profile is somebody else's
 */
export async function signIn(url: string, username: string): Promise<number> {
  // All that a browser needs of the cloud.
  const cloud = { url } as LocalCloud;
  for (let attempt = 1; ; attempt += 1) {
    try {
      const { result, status, text } = await new TestBrowser(cloud).signIn(username);
      const code = result.get('code');
      if (!code)
        throw new WrongAnswer(
          `The sign-in ended with ${status}: ${/AADSTS[^<]*/.exec(text)?.[0] ?? ''}`,
        );
      await checkTokens(cloud, username, code);
      return attempt;
    } catch (error) {
      if (!isNetworkFault(error)) throw error;
    }
  }
}

async function checkTokens(cloud: LocalCloud, username: string, code: string): Promise<void> {
  const { status, body } = await redeemCode(cloud, code);
  if (status !== 200) throw new WrongAnswer(`Redeeming a code: ${body.error_description}`);
  const claims = decodeJwt<{ preferred_username?: string }>(body.id_token);
  if (claims.preferred_username !== username)
    throw new WrongAnswer(`${username} got the token of ${claims.preferred_username ?? '?'}.`);
  const response = await fetch(`${cloud.url}/v1.0/me`, {
    headers: { authorization: `Bearer ${body.access_token}` },
  });
  const profile = (await response.json()) as { userPrincipalName?: string };
  if (response.status !== 200 || profile.userPrincipalName !== username)
    throw new WrongAnswer(`${username} got ${response.status}, ${JSON.stringify(profile)}`);
}

/**
 * Loads a file, again after a fault of the network.
 *
 * @param expected its hash, see `hashOf`
 * @throws WrongAnswer when it is another
 */
export async function load(url: string, expected: string): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const found = await hashOf(url);
      if (found !== expected) throw new WrongAnswer(`${url} is not what it was.`);
      return attempt;
    } catch (error) {
      if (!isNetworkFault(error)) throw error;
    }
  }
}

/** Returns the hash of a file and its status. */
export async function hashOf(url: string): Promise<string> {
  const response = await fetch(url);
  const body = Buffer.from(await response.arrayBuffer());
  return `${response.status} ${createHash('sha256').update(body).digest('base64url')}`;
}

/** `fetch` throws a TypeError for a connection that was reset, cut or refused; a cut body may be half a JSON text. */
const isNetworkFault = (error: unknown): boolean =>
  error instanceof TypeError || error instanceof SyntaxError;

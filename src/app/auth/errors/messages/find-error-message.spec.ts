import { AuthError, ServerError } from '@azure/msal-browser';
import { signInFailure, type SignInFailure } from '../sign-in-failure';
import { findErrorMessage, errorMessages } from './find-error-message';

/** The AADSTS numbers that the table must know. */
const NUMBERS = `16000 50011 50020 50034 50053 50055 50057 50058 50072 50074 50076 50079 50105 50126
  50158 50173 53000 53001 53002 53003 54005 65001 65004 65005 70008 70011 70043 700016 700084 90002
  90094 900144 9002326 9002327`.split(/\s+/);

/** The codes of MSAL 5.29 that this app can meet. */
const CODES =
  `interaction_in_progress interaction_in_progress_cancelled no_token_request_cache_error
  unable_to_parse_token_request_cache_error state_mismatch unable_to_parse_state invalid_state
  no_state_in_hash state_not_found state_interaction_type_mismatch nonce_mismatch hash_empty_error
  hash_does_not_contain_known_properties empty_response redirect_bridge_empty_response timed_out
  block_iframe_reload block_nested_popups redirect_in_iframe popup_window_error empty_window_error
  popup_relay_unsupported_flow user_cancelled access_denied invalid_grant interaction_required
  login_required consent_required bad_token no_tokens_found refresh_token_expired unauthorized_client
  no_network_connectivity post_request_failed get_request_failed network_error
  endpoints_resolution_error openid_config_error temporarily_unavailable server_error
  failed_to_parse_response storage_not_supported SecurityError cache_quota_exceeded CacheError
  QuotaExceededError crypto_nonexistent crypto_subtle_undefined no_account_error
  uninitialized_public_client_application invalid_request invalid_scope`.split(/\s+/);

const ODD = [
  '',
  ' ',
  '0',
  '<img src=x onerror=alert(1)>',
  '__proto__',
  'constructor',
  '90055 x',
  '💥',
];

describe('the table of messages', () => {
  for (const number of NUMBERS) {
    it(`has a message on AADSTS${number} for the person and for an administrator`, () => {
      const { title, explanation, remedy, administrator } =
        findErrorMessage([number], '', '') ?? {};

      expect([title, explanation, remedy, administrator].filter((text) => !text)).toEqual([]);
    });
  }

  for (const code of CODES) {
    it(`knows ${code}`, () => {
      expect(findErrorMessage([], code, '')).toBeDefined();
    });
  }

  it('has one message for each error', () => {
    const keys = errorMessages.flatMap((row) => row.keys);

    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it('ends every sentence for people, and no title, with a full stop', () => {
    const texts = errorMessages.flatMap((row) => [row.explanation, row.remedy, row.administrator]);

    expect(texts.filter((text) => text !== undefined && !/[.]$/.test(text))).toEqual([]);
    expect(errorMessages.filter(({ title }) => /[.]$/.test(title))).toEqual([]);
  });

  it('S38: has a message for 2,000 odd errors, and shows no text of theirs', () => {
    const random = generator(4);
    const pick = () => (random() < 0.5 ? oneOf(ODD, random) : nonsense(random));
    const parts = Array.from({ length: 2000 }, () => [pick(), pick(), pick(), pick(), pick()]);

    expect(parts.find((made) => !isFit(signInFailure(thrown(made, random), '/')))).toBeUndefined();
  });
});

/** Whether a failure has a message, and nothing that came with the error. */
function isFit(failure: SignInFailure): boolean {
  const { title, explanation, remedy } = failure;
  return (
    [title, explanation, remedy].every((text) => text !== '') &&
    !/[<>]|💥|secret/.test(JSON.stringify(failure))
  );
}

/** A value as it might be thrown, out of odd parts. */
function thrown(
  [a = '', b = '', c = '', d = '', e = '']: readonly string[],
  random: () => number,
): unknown {
  const makers = [
    () => new ServerError(a, b, c, d, e, Math.floor(random() * 600)),
    () => new AuthError(a, b, c, d),
    () => Object.assign(new Error(a), { name: b, errorCode: c, cause: d }),
    () => ({ name: a, errorCode: { toString: () => b }, message: c }),
    () => new DOMException(a, b),
    () => a,
    () => null,
    () => undefined,
    () => Object.create(null) as unknown,
  ];
  return oneOf(makers, random)();
}

/** Text with a word that must not show up, and characters that make trouble. */
function nonsense(random: () => number): string {
  const parts = ['secret words', ' <b>', 'AADSTS', '65004', '"', '\\', '\u0000', '💥', '/', '*'];
  return Array.from({ length: 4 }, () => oneOf(parts, random)).join('') + ' secret';
}

function oneOf<T>(choices: readonly T[], random: () => number): T {
  return choices[Math.floor(random() * choices.length)] as T;
}

/** Numbers from 0 to 1, the same for the same seed. */
function generator(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

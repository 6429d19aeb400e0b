import type { ErrorMessageEntry } from './error-message';

/** Errors that end when the person acts at Entra ID. */
export const interactionMessages: readonly ErrorMessageEntry[] = [
  {
    keys: [
      '50058',
      'login_required',
      'no_tokens_found',
      'no_account_error',
      'no_account_found',
      'no_account_in_silent_request',
      'native_account_unavailable',
      'signed_out',
    ],
    kind: 'interaction',
    title: 'You are not signed in',
    explanation: 'There is no session any more that this app could go on with.',
    remedy: 'Sign in to continue.',
    administrator:
      'Where this comes back soon after each sign-in, see whether the browser deletes cookies or blocks those of the sign-in service.',
    retry: 'interaction',
  },
  {
    keys: ['50074', '50076', '50078'],
    kind: 'interaction',
    title: 'Your organization asks for a second proof',
    explanation: 'Multifactor authentication is needed here, or has to be renewed.',
    remedy: 'Sign in again and confirm it is you.',
    administrator:
      'The sign-in logs name the Conditional Access policy that asks for it; see that the person has a method to prove it with.',
    retry: 'interaction',
  },
  {
    keys: ['50072', '50079', '53004'],
    kind: 'interaction',
    title: 'A second proof has to be set up',
    explanation:
      'Your organization asks for multifactor authentication, which you have not set up.',
    remedy: 'Sign in again and follow the steps to set it up.',
    administrator:
      'Federated people get the proof from their own identity provider: have it send the multifactor claim.',
    retry: 'interaction',
  },
  {
    keys: ['50158'],
    kind: 'interaction',
    title: 'A further check is needed',
    explanation: 'Your organization has another service check who you are, and it has not done so.',
    remedy: 'Sign in again and finish that check.',
    administrator: 'See which external control the Conditional Access policy asks for.',
    retry: 'interaction',
  },
  {
    keys: ['50173', '50132', '50133', '70000', 'invalid_grant', 'bad_token', '*/bad_token'],
    kind: 'interaction',
    title: 'Your session was ended',
    explanation: 'It is no longer accepted, for instance because the password was changed.',
    remedy: 'Sign in again to continue.',
    administrator:
      'The audit logs tell what ended it: a new password, a risk, or "Revoke sessions" for this person.',
    retry: 'interaction',
  },
  {
    keys: ['70043'],
    kind: 'interaction',
    title: 'It is time to sign in again',
    explanation: 'Your organization asks you to sign in more often than this session has lasted.',
    remedy: 'Sign in again to continue.',
    administrator: 'The interval is "Sign-in frequency" of a Conditional Access policy.',
    retry: 'interaction',
  },
  {
    keys: ['700084', '700082', '70008', '50089', 'refresh_token_expired', 'token_refresh_required'],
    kind: 'interaction',
    title: 'Your session has expired',
    explanation: 'A session in the browser lasts for a limited time, 24 hours at most.',
    remedy: 'Sign in again to continue.',
    administrator:
      'Entra ID ends the refresh tokens of single-page applications after 24 hours; there is no setting for it.',
    retry: 'interaction',
  },
  {
    keys: [
      'interaction_required',
      'ui_not_allowed',
      'interrupted_user',
      '*/basic_action',
      '*/additional_action',
      '*/message_only',
      '*/interrupted_user',
      '*/ui_not_allowed',
      'timed_out/redirect_bridge_timeout',
      'iframe_closed_prematurely',
      '700020',
    ],
    kind: 'interaction',
    title: 'You have to sign in again',
    explanation: 'Microsoft Entra ID could not renew the session without you.',
    remedy: 'Sign in again to continue.',
    administrator:
      'Where people meet it often, see whether their browsers block third-party cookies, which the silent renewal needs.',
    retry: 'interaction',
  },
  {
    keys: ['interaction_started'],
    kind: 'interaction',
    title: 'Taking you to sign in',
    explanation: 'The session has to be renewed, and the browser is about to leave for it.',
    remedy: 'Wait a moment; you come back to this page. If nothing happens, load it again.',
    retry: 'never-automatic',
  },
  {
    keys: ['redirect_loop'],
    kind: 'interaction',
    title: 'Signing in again did not help',
    explanation:
      'Microsoft Entra ID asked for it again and again, so this app stopped sending you there.',
    remedy:
      'Wait a minute, then sign in again. If it comes back, send the details to your support team.',
    administrator:
      'Find the attempts in the sign-in logs by the correlation ID; a Conditional Access policy that this app can never meet is a common cause.',
    retry: 'never-automatic',
  },
];

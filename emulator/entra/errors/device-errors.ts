import { EntraError } from './entra-error.ts';

/** What a device hears while it polls (RFC 8628, section 3.5; Microsoft, "Device authorization grant"). */

export const authorizationPending = () =>
  new EntraError(
    70016,
    'authorization_pending',
    'The provided request has not yet been authorized by the user. The user must input their code.',
  );

export const authorizationDeclined = () =>
  new EntraError(65004, 'authorization_declined', 'User declined to consent to access the app.');

export const badVerificationCode = () =>
  new EntraError(
    70018,
    'bad_verification_code',
    "Invalid verification code due to User typing in wrong user code for device code flow. Authorization isn't approved.",
  );

export const deviceCodeExpired = () =>
  new EntraError(
    70019,
    'expired_token',
    'Verification code expired. Have the user retry the sign-in.',
  );

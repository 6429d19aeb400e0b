import type { Cloud } from '../../cloud.ts';
import type { BrowserSession } from '../../tokens/browser-sessions.ts';
import { codeResponse } from '../response/authorization-response.ts';
import type { HttpContext } from '../../http/context.ts';
import type { Interaction } from '../../tokens/interactions.ts';
import { nextStep } from './next-step.ts';
import { sendPage } from '../pages/layout.ts';
import { approvalPage } from './pages/approval-page.ts';
import { adminApprovalPage } from './pages/admin-approval-page.ts';
import { consentPage } from './pages/consent-page.ts';
import { pickerPage } from './pages/picker-page.ts';
import { signUpPage } from './pages/sign-up-page.ts';
import { signInPage } from './pages/sign-in-page.ts';
import { staySignedInPage } from './pages/stay-page.ts';
import { sendAuthorizationResponse } from '../response/send-authorization-response.ts';

/**
 * One page per open question; when none is left, the browser goes back to the app with a code.
 *
 * @param find what was typed into the picker's search field
 */
export function showStep(
  cloud: Cloud,
  c: HttpContext,
  interaction: Interaction,
  session: BrowserSession,
  find = '',
): Promise<Response> {
  const step = nextStep(cloud, interaction, session);
  const formTargets = [new URL(interaction.request.redirectUri).origin];
  switch (step.kind) {
    case 'pick-account':
      c.set('decision', 'asked which account to use');
      return sendPage(c, pickerPage(cloud, interaction, session, find), { formTargets });
    case 'sign-up':
      c.set('decision', 'asked for the name of a new account');
      return sendPage(c, signUpPage(interaction, {}), { formTargets });
    case 'sign-in':
      c.set('decision', `asked ${step.username} to sign in`);
      return sendPage(c, signInPage(interaction, { username: step.username }), { formTargets });
    case 'approve': {
      const { person } = step.account;
      c.set('decision', `asked ${person.userPrincipalName} for a second factor`);
      return sendPage(c, approvalPage(interaction, person), { formTargets });
    }
    case 'consent': {
      const { person } = step.account;
      c.set('decision', `asked ${person.userPrincipalName} for ${step.scopes.join(' ')}`);
      return sendPage(c, consentPage(cloud, interaction, person, step.scopes), { formTargets });
    }
    case 'admin-approval': {
      const { person } = step.account;
      c.set('decision', `AADSTS90094: ${person.userPrincipalName} may not grant this`);
      return sendPage(c, adminApprovalPage(cloud, interaction, person, step.scopes), {
        formTargets,
      });
    }
    case 'stay': {
      const { person } = step.account;
      c.set('decision', `asked ${person.userPrincipalName} whether to stay signed in`);
      return sendPage(c, staySignedInPage(interaction, person), { formTargets });
    }
    case 'complete': {
      cloud.interactions.end(interaction);
      c.set('decision', `code issued for ${step.account.person.userPrincipalName}`);
      const { request, origin } = interaction;
      const { person } = step.account;
      return sendAuthorizationResponse(cloud, c, codeResponse(cloud, request, step.account), {
        origin,
        person,
      });
    }
  }
}

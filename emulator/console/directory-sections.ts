import { html } from 'hono/html';
import type { Cloud } from '../cloud.ts';
import type { Registration } from '../directory/registration.ts';
import type { Tenant } from '../directory/tenant.ts';
import { avatar } from '../entra/pages/person.ts';
import type { Markup } from '../entra/pages/layout.ts';

/** What this cloud is made of: tenants with their people, and the apps that are registered. */

export function peopleSection({ directory }: Cloud): Markup {
  return html`<section aria-labelledby="people">
    <h2 id="people">Tenants and people</h2>
    ${directory.tenants.map((tenant) => tenantDetails(tenant, directory.people))}
  </section>`;
}

function tenantDetails(tenant: Tenant, everyone: Cloud['directory']['people']): Markup {
  const people = everyone.filter(({ tenantId }) => tenantId === tenant.id);
  return html`<details class="panel">
    <summary>${tenant.displayName} <span class="count">${people.length} people</span></summary>
    <dl class="details">
      <dt>Tenant ID</dt>
      <dd><code>${tenant.id}</code></dd>
      <dt>Domains</dt>
      <dd>${tenant.domains.join(', ')}</dd>
    </dl>
    <ul class="roster">
      ${people.map(
        (person) =>
          html`<li>
            ${avatar(person)}
            <span class="who"
              ><bdi class="name">${person.displayName}</bdi>
              <span class="username">${person.userPrincipalName}</span>
              <span class="hint"
                ><bdi>${person.jobTitle ?? 'No job title'}</bdi>${
                  person.administrator && ' · Administrator'
                }</span
              ></span
            >
          </li>`,
      )}
    </ul>
  </details>`;
}

const AUDIENCES: Readonly<Record<Registration['audience'], string>> = {
  AzureADMyOrg: 'Its own tenant',
  AzureADMultipleOrgs: 'Every organization',
  AzureADandPersonalMicrosoftAccount: 'Every organization and personal accounts',
};

export function appsSection({ directory }: Cloud): Markup {
  return html`<section aria-labelledby="apps">
    <h2 id="apps">App registrations</h2>
    ${directory.registrations.map(
      (app) =>
        html`<details class="panel">
          <summary>${app.name} <span class="count">${app.clientId}</span></summary>
          <dl class="details">
            <dt>Client ID</dt>
            <dd><code>${app.clientId}</code></dd>
            <dt>Who may sign in</dt>
            <dd>${AUDIENCES[app.audience]}${app.assignmentRequired && ', if assigned'}</dd>
            ${redirectUris(app)}
            <dt>Permissions</dt>
            <dd>${app.permissions.join(', ')}</dd>
            ${
              app.optionalClaims?.length &&
              html`<dt>Optional claims</dt>
                <dd>${app.optionalClaims.join(', ')}</dd>`
            }
            ${Object.entries(app.roles ?? {}).map(
              ([role, usernames]) =>
                html`<dt>Role ${role}</dt>
                  <dd>${usernames.join(', ')}</dd>`,
            )}
          </dl>
        </details>`,
    )}
  </section>`;
}

function redirectUris({ redirectUris: byPlatform }: Registration): Markup[] {
  const names = { spa: 'Single-page', web: 'Web', publicClient: 'Desktop and mobile' };
  return (['spa', 'web', 'publicClient'] as const)
    .filter((platform) => byPlatform[platform].length > 0)
    .map(
      (platform) =>
        html`<dt>${names[platform]} redirect URIs</dt>
          <dd>${byPlatform[platform].join(', ')}</dd>`,
    );
}

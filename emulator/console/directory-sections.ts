import { html } from 'hono/html';
import type { Cloud } from '../cloud.ts';
import type { Person } from '../directory/person.ts';
import type { Registration } from '../directory/registration.ts';
import type { RoleAssignments } from '../directory/roles.ts';
import type { Tenant } from '../directory/tenant.ts';
import { avatar } from '../entra/pages/person.ts';
import { FEW, findPeople, searchField } from '../entra/pages/people-search.ts';
import type { Markup } from '../entra/pages/layout.ts';

/** What this cloud is made of: tenants with their people, and the apps that are registered. */

/** @param find what was typed into the search field; with it, the lists are open */
export function peopleSection({ directory }: Cloud, find: string): Markup {
  const found = findPeople(directory.people, find);
  const tenants = directory.tenants.filter(
    ({ id }) => find === '' || found.some(({ tenantId }) => tenantId === id),
  );
  return html`<section aria-labelledby="people">
    <h2 id="people">Tenants and people</h2>
    ${directory.people.length > FEW && searchField('/#people', find, found.length)}
    ${tenants.map((tenant) => tenantDetails(tenant, found, find !== ''))}
  </section>`;
}

function tenantDetails(tenant: Tenant, found: readonly Person[], isOpen: boolean): Markup {
  const people = found.filter(({ tenantId }) => tenantId === tenant.id);
  return html`<details class="panel" ${isOpen && html`open`}>
    <summary>${tenant.displayName} <span class="count">${countOf(people)}</span></summary>
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

/** More scopes than these are counted. */
const MANY_SCOPES = 20;

function countOf({ length }: readonly Person[]): string {
  return length === 1 ? '1 person' : `${String(length)} people`;
}

const AUDIENCES: Readonly<Record<Registration['audience'], string>> = {
  AzureADMyOrg: 'Its own tenant',
  AzureADMultipleOrgs: 'Every organization',
  AzureADandPersonalMicrosoftAccount: 'Every organization and personal accounts',
  PersonalMicrosoftAccount: 'Personal accounts alone',
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
            ${roleList(app.roles ?? {})}
          </dl>
        </details>`,
    )}
  </section>`;
}

export function apisSection({ directory }: Cloud): Markup {
  return html`<section aria-labelledby="apis">
    <h2 id="apis">APIs</h2>
    ${directory.resources.map(({ name, uri, appId, tokenVersion, permissions, roles = {} }) => {
      const names = Object.keys(permissions);
      return html`<details class="panel">
        <summary>${name} <span class="count">${uri}</span></summary>
        <dl class="details">
          <dt>Client ID</dt>
          <dd><code>${appId}</code></dd>
          <dt>Access tokens</dt>
          <dd>Version ${tokenVersion}</dd>
          <dt>Scopes</dt>
          <dd>
            ${
              names.length > MANY_SCOPES
                ? `${String(names.length)} delegated permissions`
                : names.join(', ')
            }
          </dd>
          ${roleList(roles)}
        </dl>
      </details>`;
    })}
  </section>`;
}

function roleList(roles: RoleAssignments): Markup[] {
  return Object.entries(roles).map(
    ([role, assignees]) =>
      html`<dt>Role ${role}</dt>
        <dd>${assignees.join(', ')}</dd>`,
  );
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

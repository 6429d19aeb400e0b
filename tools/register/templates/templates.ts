import { GRAPH_APP_ID, PERMISSIONS } from '../description.ts';
import { wantedApplication } from '../wanted.ts';
import type { WantedApplication } from '../wanted.ts';

/** The registration in other tools' languages, each made of the one description. */

const HEAD =
  'Made of tools/register/description.ts by tools/register/templates/write.ts: change that.';
type Value =
  string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };

/** File names in docs/registration, with their texts. */
export function templates(): Readonly<Record<string, string>> {
  const wanted = wantedApplication();
  return {
    'application.json': `${JSON.stringify(wanted, undefined, 2)}\n`,
    'registration.bicep': bicepTemplate(wanted),
    'registration.tf': terraform(wanted),
  };
}

function bicepTemplate(wanted: WantedApplication): string {
  return `// ${HEAD}
extension 'br:mcr.microsoft.com/bicep/extensions/microsoftgraph/v1.0:1.0.0'

resource app 'Microsoft.Graph/applications@v1.0' = ${bicep(
    { uniqueName: 'angular-entra-id', ...wanted } as unknown as Value,
    '',
  )}

resource principal 'Microsoft.Graph/servicePrincipals@v1.0' = {
  appId: app.appId
}

output clientId string = app.appId
`;
}

function bicep(value: Value, indent: string): string {
  const inner = `${indent}  `;
  if (typeof value === 'string') return `'${value.replaceAll("'", "\\'")}'`;
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) {
    const items = (value as readonly Value[]).map((item) => `${inner}${bicep(item, inner)}\n`);
    return items.length === 0 ? '[]' : `[\n${items.join('')}${indent}]`;
  }
  const fields = Object.entries(value as Readonly<Record<string, Value>>)
    // Bicep has no null to write to a property that is left alone.
    .filter(([, field]) => field !== null)
    .map(([name, field]) => `${inner}${name}: ${bicep(field, inner)}\n`);
  return `{\n${fields.join('')}${indent}}`;
}

const quoted = (text: unknown) => JSON.stringify(text);

function terraform(wanted: WantedApplication): string {
  const { api, appRoles, optionalClaims, spa, displayName, signInAudience, tags } = wanted;
  return `# ${HEAD}
terraform {
  required_providers {
    azuread = { source = "hashicorp/azuread", version = "~> 3.0" }
  }
}

resource "azuread_application" "app" {
  display_name     = ${quoted(displayName)}
  sign_in_audience = ${quoted(signInAudience)}
  tags             = ${quoted(tags)}

  single_page_application {
    redirect_uris = [
${spa.redirectUris.map((uri) => `      ${quoted(uri)},\n`).join('')}    ]
  }

  api {
    requested_access_token_version = ${api.requestedAccessTokenVersion ?? 'null'}
${api.oauth2PermissionScopes.map(terraformScope).join('')}  }
${appRoles.map(terraformRole).join('')}
  optional_claims {
${(optionalClaims?.idToken ?? []).map(({ name }) => `    id_token { name = ${quoted(name)} }\n`).join('')}  }

  required_resource_access {
    resource_app_id = ${quoted(GRAPH_APP_ID)}
${PERMISSIONS.map(terraformPermission).join('')}  }

  lifecycle {
    ignore_changes = [identifier_uris]
  }
}

resource "azuread_application_identifier_uri" "app" {
  application_id = azuread_application.app.id
  identifier_uri = "api://\${azuread_application.app.client_id}"
}

resource "azuread_service_principal" "app" {
  client_id = azuread_application.app.client_id
}

output "client_id" { value = azuread_application.app.client_id }
`;
}

type Item = WantedApplication['appRoles'][number];

const terraformScope = (scope: Item): string => `
    oauth2_permission_scope {
      id                         = ${quoted(scope.id)}
      value                      = ${quoted(scope.value)}
      type                       = ${quoted(scope['type'])}
      admin_consent_display_name = ${quoted(scope['adminConsentDisplayName'])}
      admin_consent_description  = ${quoted(scope['adminConsentDescription'])}
      user_consent_display_name  = ${quoted(scope['userConsentDisplayName'])}
      user_consent_description   = ${quoted(scope['userConsentDescription'])}
    }
`;

const terraformRole = (role: Item): string => `
  app_role {
    id                   = ${quoted(role.id)}
    value                = ${quoted(role.value)}
    display_name         = ${quoted(role['displayName'])}
    description          = ${quoted(role['description'])}
    allowed_member_types = ${quoted(role['allowedMemberTypes'])}
  }
`;

const terraformPermission = ({ id, value }: (typeof PERMISSIONS)[number]): string => `
    # ${value}
    resource_access {
      id   = ${quoted(id)}
      type = "Scope"
    }
`;

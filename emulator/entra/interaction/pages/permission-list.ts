import { html } from 'hono/html';
import type { Cloud } from '../../../cloud.ts';
import { GRAPH_PERMISSIONS } from '../../../directory/permission.ts';
import type { Permission } from '../../../directory/permission.ts';
import type { Markup } from '../../pages/layout.ts';

export function permissionList(cloud: Cloud, scopes: readonly string[]): Markup {
  return html`<ul class="permissions">
    ${scopes.map((scope) => {
      const { name, permission } = describePermission(cloud, scope);
      return html`<li>
        <strong>${permission.title}</strong>
        <span>${permission.description}</span>
        <code>${name}</code>
      </li>`;
    })}
  </ul>`;
}

/** A consent is kept as `openid` or `https://graph.microsoft.com/User.Read`. */
function describePermission(
  { directory }: Cloud,
  scope: string,
): { name: string; permission: Pick<Permission, 'title' | 'description'> } {
  const resource = directory.resources.find(({ uri }) => scope.startsWith(`${uri}/`));
  const name = resource ? scope.slice(resource.uri.length + 1) : scope;
  const permissions = resource?.permissions ?? GRAPH_PERMISSIONS;
  return { name, permission: permissions[name] ?? { title: name, description: '' } };
}

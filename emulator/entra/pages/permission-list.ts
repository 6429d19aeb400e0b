import { html } from 'hono/html';
import { GRAPH_PERMISSIONS } from '../../directory/permission.ts';
import type { Permission } from '../../directory/permission.ts';
import { RESOURCES } from '../../directory/resource.ts';
import type { Markup } from './layout.ts';

export function permissionList(scopes: readonly string[]): Markup {
  return html`<ul class="permissions">
    ${scopes.map((scope) => {
      const { name, permission } = describePermission(scope);
      return html`<li>
        <strong>${permission.title}</strong>
        <span>${permission.detail}</span>
        <code>${name}</code>
      </li>`;
    })}
  </ul>`;
}

/** A consent is kept as `openid` or `https://graph.microsoft.com/User.Read`. */
function describePermission(scope: string): { name: string; permission: Permission } {
  const resource = RESOURCES.find(({ uri }) => scope.startsWith(`${uri}/`));
  const name = resource ? scope.slice(resource.uri.length + 1) : scope;
  const permissions = resource?.permissions ?? GRAPH_PERMISSIONS;
  return { name, permission: permissions[name] ?? { title: name, detail: '' } };
}

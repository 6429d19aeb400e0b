import type { Headers } from '../policy.ts';
import { filePattern, hashedPattern, languagePaths, pagePaths, type Site } from '../site.ts';

/** The most a rule may do. */
const ACTIONS = 5;

/**
 * Returns a Bicep module: the rule set of an Azure Front Door (Standard or Premium) before a storage site or any other
 * origin. A rule has at most five actions, hence several for one set of headers; `Overwrite`, because `Append` would
 * join what the origin sends. Answers of the firewall pass no rule set.
 *
 * @see https://learn.microsoft.com/azure/frontdoor/front-door-rules-engine-actions
 */
export function frontDoorBicep(site: Site): string {
  const { basePath, page, hashed, bridge } = site;
  const removed = Object.keys(page).filter((name) => !(name in bridge));
  const rules = [
    ...headerRules('Page', '', page, []),
    ...headerRules('Hashed', path('RegEx', hashedPattern(basePath)), cacheOf(hashed), []),
    ...headerRules('Bridge', path('Equal', `${basePath}redirect.html`), bridge, removed),
    ...pagePaths(site).flatMap((folder) => [
      rule(`Landing${nameOf(folder)}`, path('Equal', folder), [
        rewrite(folder, `${folder}index.html`),
      ]),
      rule(`AppPage${nameOf(folder)}`, pagesOf(site, folder), [
        rewrite(folder, `${folder}index.csr.html`),
      ]),
    ]),
  ];
  // A rule that follows overwrites: from the general to the special.
  const resources = rules.map((text, order) => text.replace('ORDER', String(order + 1)));
  return `// Made by npm run headers -- --for azure-front-door.
@description('Name of the Azure Front Door profile the rule set belongs to.')
param profileName string

resource profile 'Microsoft.Cdn/profiles@2024-02-01' existing = {
  name: profileName
}

resource ruleSet 'Microsoft.Cdn/profiles/ruleSets@2024-02-01' = {
  parent: profile
  name: 'app'
}

${resources.join('\n')}
@description('For ruleSets of the route.')
output ruleSetId string = ruleSet.id
`;
}

/** Which paths are pages of a folder: those of a language are none of the root. */
function pagesOf(site: Site, folder: string): string {
  const others = languagePaths(site).map((path) => `^${path}`);
  return folder === site.basePath
    ? path('RegEx', [filePattern(folder), ...others].join('|'), true)
    : path('RegEx', filePattern(folder), true) + path('RegEx', `^${folder}`);
}

/** Of a rule: letters and digits alone. */
const nameOf = (folder: string): string => folder.replace(/\W/g, '');

const cacheOf = (headers: Headers): Headers => ({
  'Cache-Control': headers['Cache-Control'] ?? 'no-cache',
});

function headerRules(
  name: string,
  condition: string,
  headers: Headers,
  removed: readonly string[],
): string[] {
  const actions = [
    ...Object.entries(headers).map(([field, value]) => header('Overwrite', field, value)),
    ...removed.map((field) => header('Delete', field)),
  ];
  const rules: string[] = [];
  for (let start = 0; start < actions.length; start += ACTIONS) {
    const part = `${name}${start / ACTIONS + 1}`;
    rules.push(rule(part, condition, actions.slice(start, start + ACTIONS)));
  }
  return rules;
}

function rule(name: string, condition: string, actions: readonly string[]): string {
  return `resource rule${name} 'Microsoft.Cdn/profiles/ruleSets/rules@2024-02-01' = {
  parent: ruleSet
  name: '${name}'
  properties: {
    order: ORDER
    matchProcessingBehavior: 'Continue'
    conditions: [${condition}]
    actions: [
${actions.join('\n')}
    ]
  }
}
`;
}

function path(operator: 'Equal' | 'RegEx', value: string, negate = false): string {
  return `
      {
        name: 'UrlPath'
        parameters: {
          typeName: 'DeliveryRuleUrlPathMatchConditionParameters'
          operator: '${operator}'
          negateCondition: ${negate}
          matchValues: [${quoted(value)}]
        }
      }
    `;
}

function header(action: 'Overwrite' | 'Delete', name: string, value?: string): string {
  const valueLine = value === undefined ? '' : `\n          value: ${quoted(value)}`;
  return `      {
        name: 'ModifyResponseHeader'
        parameters: {
          typeName: 'DeliveryRuleHeaderActionParameters'
          headerAction: '${action}'
          headerName: '${name}'${valueLine}
        }
      }`;
}

function rewrite(source: string, destination: string): string {
  return `      {
        name: 'UrlRewrite'
        parameters: {
          typeName: 'DeliveryRuleUrlRewriteActionParameters'
          sourcePattern: ${quoted(source)}
          destination: ${quoted(destination)}
          preserveUnmatchedPath: false
        }
      }`;
}

/** @see https://learn.microsoft.com/azure/azure-resource-manager/bicep/data-types#strings */
const quoted = (text: string): string =>
  `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('${', '\\${')}'`;

import { readFileSync } from 'node:fs';
import { apacheConf } from './hosts/apache.ts';
import { frontDoorBicep } from './hosts/azure-front-door.ts';
import { staticWebAppConfig } from './hosts/azure-static-web-apps.ts';
import { caddyfile } from './hosts/caddy.ts';
import { cloudFrontTemplate } from './hosts/cloudfront.ts';
import { webConfig } from './hosts/iis.ts';
import { kubernetesManifest } from './hosts/kubernetes.ts';
import { nginxConf } from './hosts/nginx.ts';
import { cloudflareHeaders, netlifyHeaders, pagesRedirects } from './hosts/pages-headers.ts';
import type { InlineHashes } from './policy.ts';
import { type Site, siteFor } from './site.ts';

/** Files for one host, by name. */
export type Recipe = Readonly<Record<string, string>>;

const RECIPES: Readonly<Record<string, (site: Site, configText: string) => Recipe>> = {
  apache: (site) => ({ 'app.conf': apacheConf(site) }),
  'azure-front-door': (site) => ({ 'front-door.bicep': frontDoorBicep(site) }),
  'azure-static-web-apps': (site) => ({ 'staticwebapp.config.json': staticWebAppConfig(site) }),
  caddy: (site) => ({ Caddyfile: caddyfile(site) }),
  cloudflare: (site) => ({ _headers: cloudflareHeaders(site), _redirects: pagesRedirects(site) }),
  cloudfront: (site) => ({ 'template.json': cloudFrontTemplate(site) }),
  iis: (site) => ({ 'web.config': webConfig(site) }),
  kubernetes: (_site, configText) => ({ 'app.yaml': kubernetesManifest(configText) }),
  netlify: (site) => ({ _headers: netlifyHeaders(site), _redirects: pagesRedirects(site) }),
  nginx: (site) => ({ 'nginx.conf': nginxConf([site]) }),
};

/** Names of the hosts there is a recipe for. */
export const hosts = Object.keys(RECIPES);

/**
 * Returns what a host has to be told for a build and its settings.
 *
 * @param host one of `hosts`
 * @param configText the text of config.json
 * @param hashes what the build wrote to `inline-hashes.json`
 * @throws Error when there is no recipe, or config.json is wrong
 */
export function recipeFor(host: string, configText: string, hashes: InlineHashes): Recipe {
  const recipe = RECIPES[host];
  if (!recipe)
    throw new Error(`There is no recipe for "${host}": give one of ${hosts.join(', ')}.`);
  return recipe(siteFor(configText, hashes), configText);
}

/** Returns the files of `hosting/recipes`, by their paths there: every recipe for the example beside them. */
export function exampleRecipes(): Recipe {
  const read = (name: string) => readFileSync(new URL(`recipes/${name}`, import.meta.url), 'utf8');
  const config = read('example-config.json');
  const hashes = JSON.parse(read('example-hashes.json')) as InlineHashes;
  return Object.fromEntries(
    hosts.flatMap((host) =>
      Object.entries(recipeFor(host, config, hashes)).map(([name, text]) => [
        `${host}/${name}`,
        text,
      ]),
    ),
  );
}

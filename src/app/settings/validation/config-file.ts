import * as v from 'valibot';
import { ApiField } from './api-field';
import { clouds, type Cloud } from '../clouds';
import { address, flag, pagePath, text } from './fields';
import { isOrigin, plainAddress } from './plain-address';

/** The schema of `config.json`. Unknown fields are errors, so that a misspelt one is not silently ignored. */

export const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const DOMAIN = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/i;
const SHARED_TENANTS = ['common', 'organizations', 'consumers'];

export const CLIENT_ID_REMEDY =
  'Give the Application (client) ID of your app registration: a GUID such as "00001111-aaaa-2222-bbbb-3333cccc4444".';

const IDLE_REMEDY =
  'Give whole minutes from 2 to 1440, such as 15, or leave the field out for no idle timeout.';

const isTenant = (text: string) =>
  SHARED_TENANTS.includes(text) || GUID.test(text) || DOMAIN.test(text);

/** It goes into a header as well, so its path has nothing but plain characters. */
const isReportUrl = (text: string) =>
  /^(https:\/\/[a-z0-9.-]+|http:\/\/localhost)(:\d{1,5})?\/[\w./~-]*$/.test(text) &&
  URL.canParse(text);

export const ConfigFile = v.strictObject(
  {
    clientId: text(CLIENT_ID_REMEDY, (value) => /^[^\s|]+$/.test(value)),
    protocol: v.optional(
      v.picklist(
        ['entra', 'oidc'],
        'Give "entra" (Microsoft, the default) or "oidc" (any other OpenID Connect provider).',
      ),
      'entra',
    ),
    cloud: v.optional(
      v.picklist(
        Object.keys(clouds) as Cloud[],
        `Give one of ${Object.keys(clouds).join(', ')}; for any other identity provider give "authority" instead.`,
      ),
    ),
    tenant: v.optional(
      text(
        'Give your tenant: its GUID, one of its domains, or common, organizations or consumers.',
        isTenant,
      ),
    ),
    authority: v.optional(
      address(
        'Give an https address, such as "https://contoso.ciamlogin.com/contoso.onmicrosoft.com".',
        (value) => plainAddress(value, 'https:') !== undefined,
      ),
    ),
    knownAuthorities: v.optional(
      v.array(
        address('Give host names without "https://", such as "contoso.ciamlogin.com".', (value) =>
          isOrigin(`https://${value}`, 'https:'),
        ),
        'Give a list of host names, such as ["contoso.ciamlogin.com"].',
      ),
    ),
    allowedTenants: v.optional(
      v.pipe(
        v.array(
          text('Give tenant GUIDs, such as "aaaabbbb-0000-cccc-1111-dddd2222eeee".', (value) =>
            GUID.test(value),
          ),
          'Give a list of tenant GUIDs.',
        ),
        v.minLength(1, 'Give at least one tenant GUID, or leave the field out to admit all.'),
      ),
    ),
    graphBaseUrl: v.optional(
      address(
        'Give the https origin of Microsoft Graph without a path or trailing slash: "https://graph.microsoft.com".',
        (value) => isOrigin(value, 'https:'),
      ),
    ),
    apis: v.optional(v.array(ApiField, 'Give a list of APIs.'), []),
    localCloud: v.optional(
      address(
        'Give the address the local cloud prints when it starts, such as "http://localhost:4001".',
        (value) => isOrigin(value, 'http:') && new URL(value).hostname === 'localhost',
      ),
    ),
    scopes: v.optional(
      v.pipe(
        v.array(
          text('Give a permission name without spaces, such as "User.Read".', (value) =>
            /^\S+$/.test(value),
          ),
          'Give a list of Microsoft Graph permissions, such as ["User.Read"].',
        ),
        v.minLength(1, 'Give at least one permission; the profile needs "User.Read".'),
      ),
    ),
    cacheLocation: v.optional(
      v.picklist(
        ['sessionStorage', 'localStorage'],
        'Give "sessionStorage" (this tab only, the default) or "localStorage" (kept for every tab).',
      ),
      'sessionStorage',
    ),
    interaction: v.optional(
      v.picklist(
        ['redirect', 'popup'],
        'Give "redirect" (signing in leaves the page, the default) or "popup" (a window opens).',
      ),
      'redirect',
    ),
    idleTimeoutMinutes: v.optional(
      v.pipe(
        v.number(IDLE_REMEDY),
        v.integer(IDLE_REMEDY),
        v.minValue(2, IDLE_REMEDY),
        v.maxValue(1440, IDLE_REMEDY),
      ),
    ),
    silentSignIn: flag('whether to look for a session of the provider when nobody is signed in'),
    signUp: flag('whether the landing page offers to create an account'),
    remoteImages: flag('whether people may show the pictures of a message, which are at any host'),
    supportEmail: v.optional(
      text('Give one email address, such as "helpdesk@example.com".', (value) =>
        /^[^\s@<>,;:?&]+@[^\s@<>,;:?&]+$/.test(value),
      ),
    ),
    reportUrl: v.optional(
      text(
        'Give the https address that takes reports, without query: "https://telemetry.example.com/v1/logs"; http is for localhost only.',
        isReportUrl,
      ),
    ),
    redirectUri: pagePath('/', 'the page a sign-in comes back to'),
    silentRedirectUri: pagePath('/redirect.html', 'the bridge page'),
    postLogoutRedirectUri: pagePath('/', 'the page shown after sign-out'),
  },
  (issue) =>
    issue.expected === 'never'
      ? 'This field is not known: remove it, or correct its spelling.'
      : issue.expected === 'Object'
        ? 'Put one JSON object into config.json; docs/configuration.md lists its fields.'
        : // The one field that has to be there.
          CLIENT_ID_REMEDY,
);

/** A valid `config.json`, with defaults. */
export type ConfigFile = v.InferOutput<typeof ConfigFile>;

import type { Headers } from '../policy.ts';
import { filePattern, hashedPattern, type Site } from '../site.ts';

/**
 * Returns `web.config` for the folder of the build. Needs the URL Rewrite module. Errors get the headers of a page: the
 * host has no others for them. In a folder that inherits, `remove` keeps a header from being there twice.
 *
 * @see https://learn.microsoft.com/iis/configuration/system.webserver/httpprotocol/customheaders/
 * @see https://learn.microsoft.com/iis/extensions/url-rewrite-module/creating-outbound-rules-for-url-rewrite-module
 */
export function webConfig(site: Site): string {
  const { page, hashed, bridge } = site;
  const immutable = hashed['Cache-Control'] ?? '';
  return `<?xml version="1.0" encoding="utf-8"?>
<!-- Made by npm run headers -- --for iis. -->
<configuration>
  <system.webServer>
    <security>
      <requestFiltering removeServerHeader="true">
        <verbs allowUnlisted="false">
          <add verb="GET" allowed="true" />
          <add verb="HEAD" allowed="true" />
        </verbs>
      </requestFiltering>
    </security>
    <staticContent>
      <remove fileExtension=".js" />
      <mimeMap fileExtension=".js" mimeType="text/javascript" />
      <remove fileExtension=".json" />
      <mimeMap fileExtension=".json" mimeType="application/json" />
    </staticContent>
    <httpProtocol>
      <customHeaders>
        <remove name="X-Powered-By" />
${custom(page, '        ')}
      </customHeaders>
    </httpProtocol>
    <rewrite>
      <rules>
${site.languages.map(inLanguage).join('')}        <rule name="The landing page" stopProcessing="true">
          <match url="^$" />
          <action type="Rewrite" url="index.html" />
        </rule>
        <rule name="Pages of the app" stopProcessing="true">
          <match url="${FILES}" negate="true" />
          <action type="Rewrite" url="index.csr.html" />
        </rule>
      </rules>
      <outboundRules>
        <rule name="Files with a hash in their name" preCondition="Found">
          <match serverVariable="RESPONSE_Cache_Control" pattern=".*" />
          <conditions>
            <add input="{REQUEST_URI}" pattern="${xml(hashedPattern(site.basePath))}" />
          </conditions>
          <action type="Rewrite" value="${xml(immutable)}" />
        </rule>
        <preConditions>
          <preCondition name="Found">
            <add input="{RESPONSE_STATUS}" pattern="^(200|304)$" />
          </preCondition>
        </preConditions>
      </outboundRules>
    </rewrite>
  </system.webServer>
  <location path="redirect.html">
    <system.webServer>
      <httpProtocol>
        <customHeaders>
${Object.keys(page)
  .filter((name) => !(name in bridge))
  .map((name) => `          <remove name="${name}" />\n`)
  .join('')}${custom(bridge, '          ')}
        </customHeaders>
      </httpProtocol>
    </system.webServer>
  </location>
</configuration>
`;
}

/** The landing page of a language, and its other pages. */
const inLanguage = (
  code: string,
): string => `        <rule name="The landing page, ${code}" stopProcessing="true">
          <match url="^${code}/$" />
          <action type="Rewrite" url="${code}/index.html" />
        </rule>
        <rule name="A slash, ${code}" stopProcessing="true">
          <match url="^${code}$" />
          <action type="Redirect" url="${code}/" redirectType="Permanent" />
        </rule>
        <rule name="Pages of the app, ${code}" stopProcessing="true">
          <match url="^${code}/" />
          <conditions>
            <add input="{URL}" pattern="/[\\w.~-]+\\.\\w+$" negate="true" />
          </conditions>
          <action type="Rewrite" url="${code}/index.csr.html" />
        </rule>
`;

const custom = (headers: Headers, indent: string): string =>
  Object.entries(headers)
    .map(
      ([name, value]) =>
        `${indent}<remove name="${name}" />\n${indent}<add name="${name}" value="${xml(value)}" />`,
    )
    .join('\n');

function xml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** URL Rewrite matches below the folder of the file, without the slash in front. */
const FILES = xml(`^${filePattern('/').slice('^/'.length)}`);

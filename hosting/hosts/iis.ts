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
  // URL Rewrite matches below the folder of the file, without the slash in front.
  const inFolder = (pattern: string) => `^${pattern.slice('^/'.length)}`;
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
        <rule name="The landing page" stopProcessing="true">
          <match url="^$" />
          <action type="Rewrite" url="index.html" />
        </rule>
        <rule name="Pages of the app" stopProcessing="true">
          <match url="${xml(inFolder(filePattern('/')))}" negate="true" />
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

const custom = (headers: Headers, indent: string): string =>
  Object.entries(headers)
    .map(
      ([name, value]) =>
        `${indent}<remove name="${name}" />\n${indent}<add name="${name}" value="${xml(value)}" />`,
    )
    .join('\n');

const xml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

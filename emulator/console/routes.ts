import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import { html } from 'hono/html';
import { resetCloud } from '../cloud.ts';
import type { Cloud } from '../cloud.ts';
import { query } from '../http/context.ts';
import type { HttpEnv } from '../http/context.ts';
import { sendPage } from '../entra/pages/layout.ts';
import { opaque } from '../tokens/random.ts';
import { consentsSection, requestsSection, sessionsSection } from './activity-sections.ts';
import { apisSection, appsSection, peopleSection } from './directory-sections.ts';
import { faultsSection } from './faults-section.ts';
import { CLOUD_CONTROLS, FAULT_CONTROLS, RULES } from './presets.ts';

/**
 * The page for people, at `/`: what this cloud is, what happens in it, and why. It shows everything to
 * whoever is on this machine, and changes nothing unless the cloud was started with buttons for it.
 */
export function consoleRoutes(
  cloud: Cloud,
  { faultButtons }: { faultButtons: boolean },
): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();
  // Other pages can make a browser post here, but cannot read this out of the page.
  const csrf = faultButtons ? opaque(cloud.random) : undefined;
  app.get('/', (c) => {
    const body = page(cloud, csrf, query(c).get('find') ?? '');
    return sendPage(c, { title: 'Overview', body, wide: true }, {});
  });
  for (const name of ['console.css', 'requests.css']) {
    app.get(`/console/${name}`, (c) => {
      const css = readFileSync(new URL(name, import.meta.url), 'utf8');
      return c.body(css, 200, { 'Content-Type': 'text/css; charset=utf-8' });
    });
  }
  if (csrf !== undefined) {
    for (const [path, act] of Object.entries(ACTIONS)) {
      app.post(path, (c) => {
        if (c.var.form.get('csrf') !== csrf) {
          return c.text('This form is out of date: go back, reload the page and try again.', 403);
        }
        const done = act(cloud, c.var.form);
        return done ? c.redirect('/#faults', 303) : c.text('There is no such choice.', 400);
      });
    }
  }
  return app;
}

type Action = (cloud: Cloud, form: URLSearchParams) => boolean;

const ACTIONS: Readonly<Record<string, Action>> = {
  '/console/faults': (cloud, form) => {
    const preset = [...RULES, ...FAULT_CONTROLS, ...CLOUD_CONTROLS].find(
      ({ id }) => id === form.get('preset'),
    );
    const username = form.get('person') ?? '';
    const person = cloud.directory.personByUsername(username)?.userPrincipalName;
    if (!preset || (username !== '' && person === undefined)) {
      return false;
    }
    preset.apply(cloud.faults, {
      ...(person !== undefined && { person }),
      ...(form.get('times') === '1' && { times: 1 }),
    });
    return true;
  },
  '/console/remove': (cloud, form) => {
    cloud.faults.rules.remove(Number(form.get('fault')));
    return true;
  },
  '/console/reset': (cloud) => {
    resetCloud(cloud);
    return true;
  },
};

function page(cloud: Cloud, csrf: string | undefined, find: string): ReturnType<typeof html> {
  const { origin } = cloud;
  return html`
    <link rel="stylesheet" href="/console/console.css" />
    <link rel="stylesheet" href="/console/requests.css" />
    <h1>Local cloud</h1>
    <p class="lead">
      Authority <code>${origin}/common/v2.0</code> · Microsoft Graph <code>${origin}/v1.0</code>
    </p>
    <nav aria-label="On this page">
      <a href="#requests">Requests</a> <a href="#sessions">Sessions</a>
      <a href="#consents">Consents</a> <a href="#people">People</a> <a href="#apps">Apps</a>
      <a href="#apis">APIs</a> <a href="#faults">Faults</a> <a href="/">Reload</a>
    </nav>
    ${requestsSection(cloud)}
    <div class="columns">${sessionsSection(cloud)} ${consentsSection(cloud)}</div>
    <div class="columns">
      ${peopleSection(cloud, find)}
      <div>${appsSection(cloud)} ${apisSection(cloud)}</div>
    </div>
    ${faultsSection(cloud, csrf)}
  `;
}

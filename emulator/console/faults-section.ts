import { html } from 'hono/html';
import type { Cloud } from '../cloud.ts';
import type { Faults } from '../faults/faults.ts';
import type { Markup } from '../entra/pages/layout.ts';
import { CLOUD_CONTROLS, FAULT_CONTROLS, MINUTE, RULES } from './presets.ts';
import type { Preset } from './presets.ts';

/** Buttons that make things go wrong, when the cloud was started with them. */
export function faultsSection(cloud: Cloud, csrf: string | undefined): Markup {
  return html`<section aria-labelledby="faults">
    <h2 id="faults">Make things go wrong</h2>
    ${
      csrf === undefined
        ? html`<p>
            This cloud was started without buttons for it, by a program: its
            <code>cloud.faults</code> does the same.
          </p>`
        : controls(cloud, csrf)
    }
    ${activeFaults(cloud.faults, csrf)}
  </section>`;
}

function controls(cloud: Cloud, csrf: string): Markup {
  return html`<form method="post" action="/console/faults">
    <input type="hidden" name="csrf" value="${csrf}" />
    <div class="choices">
      <p>
        <label for="person">For whom</label>
        <select id="person" name="person">
          <option value="">Everybody</option>
          ${cloud.directory.people
            .filter(({ featured }) => featured)
            .map(({ userPrincipalName: name }) => html`<option>${name}</option>`)}
        </select>
      </p>
      <p>
        <label for="times">How often</label>
        <select id="times" name="times">
          <option value="1">The next request</option>
          <option value="">Until taken away</option>
        </select>
      </p>
    </div>
    <h3>From now on</h3>
    ${buttons(RULES)}
    <h3>At once, to what was issued so far</h3>
    ${buttons(FAULT_CONTROLS)}
    <h3>To the cloud itself</h3>
    ${buttons(CLOUD_CONTROLS)}
    <p class="actions">
      <button class="secondary" formaction="/console/reset">Reset everything</button>
    </p>
  </form>`;
}

function buttons(presets: readonly Preset[]): Markup {
  return html`<p class="presets">
    ${presets.map(
      ({ id, title }) =>
        html`<button class="secondary" name="preset" value="${id}">${title}</button>`,
    )}
  </p>`;
}

function activeFaults({ active, clockOffset }: Faults, csrf: string | undefined): Markup {
  return html`<h3>In force</h3>
    ${
      active.length === 0 &&
      clockOffset === 0 &&
      html`<p class="hint">Nothing: everything works as it should.</p>`
    }
    <ul class="facts">
      ${
        clockOffset !== 0 &&
        html`<li>
          The clock is ${Math.abs(clockOffset) / MINUTE} minutes
          ${clockOffset > 0 ? 'ahead' : 'behind'}.
        </li>`
      }
      ${active.map(
        ({ id, rule, seen }) =>
          html`<li>
            <code>${rule.at}</code>
            ${rule.fault.kind}${'wrong' in rule.fault && ` ${rule.fault.wrong}`},
            ${rule.person ?? 'everybody'},
            ${rule.times === undefined ? 'until taken away' : `next ${rule.times - seen}`}
            ${
              csrf !== undefined &&
              html`<form method="post" action="/console/remove">
                <input type="hidden" name="csrf" value="${csrf}" />
                <button
                  class="secondary"
                  name="fault"
                  value="${id}"
                  aria-label="Take away fault ${id}"
                >
                  Take away
                </button>
              </form>`
            }
          </li>`,
      )}
    </ul>`;
}

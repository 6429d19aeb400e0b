import { applyPlan, consentFor, grantConsent } from './apply.ts';
import { REGISTER_CLOUDS } from './clouds.ts';
import type { CloudName } from './clouds.ts';
import { COMMITTED_CONFIG, configText } from './config-file.ts';
import { AUDIENCES, DISPLAY_NAME } from './description.ts';
import type { GraphClient } from './graph/graph-client.ts';
import type { Application } from './graph/resources.ts';
import { isEmpty, planRegistration } from './plan.ts';
import type { Plan } from './plan.ts';
import { readState } from './state.ts';
import type { State } from './state.ts';
import type { Wishes } from './wanted.ts';

/** What the command was asked to do. */
export interface RegisterOptions extends Wishes {
  readonly cloud: CloudName;
  readonly clientId?: string | undefined;
  readonly dryRun?: boolean;
  readonly remove?: boolean;
}

/** Who answers the questions: a person, or the options. */
export interface Dialog {
  show(text: string): void;
  /** @param about which of the three decisions it is */
  confirm(question: string, about: 'apply' | 'widen' | 'consent'): Promise<boolean>;
}

/** Where the command works. */
export interface Environment {
  readonly graph: GraphClient;
  readonly dialog: Dialog;
  /** The parsed config.json. */
  readonly config: Readonly<Record<string, unknown>>;
  readonly writeConfig: (text: string) => void;
}

/**
 * Creates or updates the registration, or removes it; shows what it will do before it does it.
 *
 * @throws GraphFailure, and Error when it cannot be told which registration is meant
 */
export async function register(options: RegisterOptions, environment: Environment): Promise<void> {
  const state = await readState(environment.graph, {
    clientId: options.clientId ?? knownClientId(options, environment),
    name: options.name ?? DISPLAY_NAME,
  });
  await (options.remove ? removeAll : createOrUpdate)(options, environment, state);
}

async function createOrUpdate(
  options: RegisterOptions,
  environment: Environment,
  state: State,
): Promise<void> {
  const { dialog, graph } = environment;
  const whole = planRegistration(state, options);
  dialog.show(planText(whole, state.application));
  if (options.dryRun) return;
  const plan = await withoutRefused(whole, dialog);
  if (!isEmpty(plan) && !(await dialog.confirm('Do this?', 'apply'))) {
    dialog.show('Nothing was changed.');
    return;
  }
  const registered = await applyPlan(graph, plan, state);
  const { appId, signInAudience } = registered.application;
  // Written before consent, which may need somebody else.
  const tenant = tenantFor(signInAudience) ?? state.tenantId;
  const cloud = REGISTER_CLOUDS[options.cloud];
  environment.writeConfig(await configText(environment.config, cloud, { clientId: appId, tenant }));
  dialog.show(`config.json names the registration ${appId}.`);
  await askForConsent(environment, registered, state);
}

async function askForConsent(
  { graph, dialog }: Environment,
  registered: Parameters<typeof consentFor>[0],
  { grants }: State,
): Promise<void> {
  const scopes = consentFor(registered).flatMap((one) => one.scopes);
  const granted = new Set(grants.flatMap(({ scope }) => scope.split(' ')));
  const open = scopes.filter((scope) => !granted.has(scope));
  if (open.length === 0) return;
  const question = `Grant consent for everybody in the tenant to ${open.join(', ')}? Without it, each person is asked.`;
  if (await dialog.confirm(question, 'consent')) {
    await grantConsent(graph, registered, grants);
    dialog.show('Consent is granted for everybody.');
  }
}

async function removeAll(
  { dryRun, cloud }: RegisterOptions,
  { graph, dialog, writeConfig, config }: Environment,
  { application }: State,
): Promise<void> {
  if (!application) {
    dialog.show('There is no such registration.');
    return;
  }
  const { appId, displayName, id } = application;
  dialog.show(
    `- Delete the registration "${displayName}" (${appId}), with all that was granted to it.`,
  );
  if (dryRun || !(await dialog.confirm('Do this?', 'apply'))) return;
  await graph.call('DELETE', `/applications/${id}`, { doing: 'remove' });
  if (config['clientId'] === appId) {
    const before = { ...config, apis: COMMITTED_CONFIG.apis };
    writeConfig(await configText(before, REGISTER_CLOUDS.local, COMMITTED_CONFIG));
  }
  const restore =
    cloud === 'local' ? '' : ' Entra keeps it among deleted applications for 30 days.';
  dialog.show(`Deleted.${restore}`);
}

/** What widens is asked about by itself. */
async function withoutRefused(plan: Plan, dialog: Dialog): Promise<Plan> {
  const widening = plan.changes.filter(({ widens }) => widens);
  if (widening.length === 0) return plan;
  const list = widening.map(({ what }) => what).join('; ');
  if (await dialog.confirm(`This was narrowed, or is new: ${list}. Add it?`, 'widen')) return plan;
  dialog.show('Kept as narrow as it is.');
  return { ...plan, changes: plan.changes.filter(({ widens }) => !widens) };
}

function planText(plan: Plan, application: Application | undefined): string {
  const { create, changes, addsPrincipal, notes } = plan;
  const lines = [
    ...(create
      ? [
          `+ A registration "${create.displayName}" for ${create.signInAudience}, with ${create.spa.redirectUris.join(', ')}`,
        ]
      : []),
    ...changes.map(({ what, why, widens }) => `${widens ? '?' : '~'} ${what}\n    ${why}`),
    ...(addsPrincipal ? ['+ Its service principal, to which consent and roles are given'] : []),
    ...notes.map((note) => `! ${note}`),
  ];
  return lines.length > 0 ? lines.join('\n') : `${application?.appId ?? ''} is as it should be.`;
}

function tenantFor(signInAudience: string): string | undefined {
  return Object.values(AUDIENCES).find((one) => one.signInAudience === signInAudience)?.tenant;
}

/** The client ID of config.json, unless that names another cloud or the sample. */
function knownClientId({ cloud }: RegisterOptions, { config }: Environment): string | undefined {
  const { clientId } = config;
  const isSame = config['cloud'] === REGISTER_CLOUDS[cloud].config.cloud;
  return isSame && typeof clientId === 'string' && clientId !== COMMITTED_CONFIG.clientId
    ? clientId
    : undefined;
}

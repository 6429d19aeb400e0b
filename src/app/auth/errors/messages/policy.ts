import type { ErrorMessageEntry } from './error-message';

const FIND_POLICY = $localize`Open the attempt in the sign-in logs by its correlation ID; the tab "Conditional Access" names the policy.`;

/** Errors of an organization's rules about who may sign in from where. */
export const policyMessages: readonly ErrorMessageEntry[] = [
  {
    keys: ['53000'],
    kind: 'policy',
    title: $localize`This device does not meet your organization’s rules`,
    explanation: $localize`Only devices that are managed and comply may use this app.`,
    remedy: $localize`Bring the device in order in your company portal, or use another device.`,
    administrator: $localize`Enroll the device, with Intune for instance. ` + FIND_POLICY,
    retry: 'never-automatic',
  },
  {
    keys: ['53001'],
    kind: 'policy',
    title: $localize`This device does not belong to your organization`,
    explanation: $localize`Only devices that have joined your organization’s domain may use this app.`,
    remedy: $localize`Use a device your organization has given you.`,
    administrator: $localize`Join the device. ` + FIND_POLICY,
    retry: 'never-automatic',
  },
  {
    keys: ['53002'],
    kind: 'policy',
    title: $localize`This app is not approved by your organization`,
    explanation: $localize`A rule of your organization allows approved apps only.`,
    remedy: $localize`Ask your administrator; trying again does not help.`,
    administrator:
      $localize`The policy asks for an app from Microsoft’s list of approved apps, and this one is not on it. ` +
      FIND_POLICY,
    retry: 'never-automatic',
  },
  {
    keys: ['53003', '530032', '50131', '50005'],
    kind: 'policy',
    title: $localize`Your organization does not allow this sign-in`,
    explanation: $localize`A rule about person, place, device or risk stands against it.`,
    remedy: $localize`Try from your usual device and network, or ask your administrator.`,
    administrator: FIND_POLICY,
    retry: 'never-automatic',
  },
  {
    keys: ['53010'],
    kind: 'policy',
    title: $localize`A second proof cannot be set up from here`,
    explanation: $localize`Your organization allows that from certain places or devices only.`,
    remedy: $localize`Set it up from your organization’s network, then try again.`,
    administrator: FIND_POLICY,
    retry: 'never-automatic',
  },
  {
    keys: ['53011', '530034'],
    kind: 'policy',
    title: $localize`This account is blocked because of a risk`,
    explanation: $localize`Your own organization sees a risk with the account.`,
    remedy: $localize`Ask the administrator of your organization to look into it.`,
    administrator: $localize`Remediate the risk in the tenant the account comes from.`,
    retry: 'never-automatic',
  },
  {
    keys: ['50002', '500021', '500022', '500212', '500213'],
    kind: 'policy',
    title: $localize`Your organization does not allow access to the other one`,
    explanation: $localize`A rule of one of the two organizations, or of this network, keeps them apart.`,
    remedy: $localize`Ask your administrator, or use another account.`,
    administrator: $localize`Check tenant restrictions and the cross-tenant access settings of both tenants.`,
    retry: 'never-automatic',
  },
];

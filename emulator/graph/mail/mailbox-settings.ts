import type { Cloud } from '../../cloud.ts';
import { toAddress } from '../../directory/mailbox/items.ts';
import { namedGuid } from '../../directory/random.ts';
import { requireScope } from '../bearer.ts';
import type { Caller } from '../bearer.ts';
import { collection } from '../query/collection.ts';
import { accessDenied } from './mail-errors.ts';
import { pick, readSelect } from '../query/select.ts';

/** /me/mailboxSettings and /me/contacts */

export function mailboxSettings(cloud: Cloud, caller: Caller, query: URLSearchParams): object {
  requireScope(caller, ['MailboxSettings.Read', 'MailboxSettings.ReadWrite'], accessDenied);
  const { person } = caller;
  const locale = person.preferredLanguage ?? 'en-US';
  const never = { dateTime: '2024-03-04T09:00:00.0000000', timeZone: 'UTC' };
  const settings = {
    archiveFolder: null,
    timeZone: person.timeZone,
    delegateMeetingMessageDeliveryOptions: 'sendToDelegateOnly',
    dateFormat: 'yyyy-MM-dd',
    timeFormat: 'HH:mm',
    userPurpose: 'user',
    automaticRepliesSetting: {
      status: 'disabled',
      externalAudience: 'all',
      internalReplyMessage: '',
      externalReplyMessage: '',
      scheduledStartDateTime: never,
      scheduledEndDateTime: never,
    },
    language: { locale, displayName: locale },
    workingHours: {
      daysOfWeek: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
      startTime: '08:00:00.0000000',
      endTime: '17:00:00.0000000',
      timeZone: { name: person.timeZone },
    },
  };
  const names = Object.keys(settings);
  const selection = readSelect(query.get('$select'), names, names, 'mailboxSettings');
  return {
    '@odata.context': `${cloud.origin}/v1.0/$metadata#users('${person.id}')/mailboxSettings${selection.suffix}`,
    ...pick(settings, selection.names),
  };
}

const CONTACT_PROPERTIES = [
  ...['id', 'displayName', 'givenName', 'surname', 'jobTitle', 'companyName'],
  ...['businessPhones', 'mobilePhone', 'emailAddresses'],
];

/** Everybody has the featured people of other organizations in their address book. */
export function contacts(cloud: Cloud, caller: Caller, query: URLSearchParams): object {
  requireScope(caller, ['Contacts.Read', 'Contacts.ReadWrite'], accessDenied);
  const strangers = cloud.directory.people.filter(
    ({ tenantId, featured }) => featured && tenantId !== caller.person.tenantId,
  );
  const items = strangers.map((person) => ({
    '@odata.etag': `W/"${person.id}"`,
    id: namedGuid(`contact ${caller.person.id} ${person.id}`),
    displayName: person.displayName,
    givenName: person.givenName,
    surname: person.surname,
    jobTitle: person.jobTitle,
    companyName: person.companyName,
    businessPhones: person.businessPhones,
    mobilePhone: person.mobilePhone,
    emailAddresses: [toAddress(person)],
  }));
  const rules = {
    type: 'contact',
    properties: CONTACT_PROPERTIES,
    defaults: CONTACT_PROPERTIES,
    context: `users('${caller.person.id}')/contacts`,
    path: '/me/contacts',
    defaultTop: 10,
    mostTop: 1000,
    service: 'exchange',
    always: ['@odata.etag', 'id'],
    searched: ['displayName', 'emailAddresses'],
  } as const;
  return collection(cloud, items, rules, query);
}

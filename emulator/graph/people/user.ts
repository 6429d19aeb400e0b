import { graphId } from '../../directory/person.ts';
import type { Person } from '../../directory/person.ts';

/** The user resource (Graph v1.0), as far as this directory knows people. */
export function userResource(person: Person): Record<string, unknown> {
  return {
    businessPhones: person.businessPhones,
    displayName: person.displayName,
    givenName: person.givenName,
    jobTitle: person.jobTitle,
    mail: person.mail,
    mobilePhone: person.mobilePhone,
    officeLocation: person.officeLocation,
    preferredLanguage: person.preferredLanguage,
    surname: person.surname,
    userPrincipalName: person.userPrincipalName,
    id: graphId(person),
    accountEnabled: true,
    city: person.city,
    companyName: person.companyName,
    country: person.country,
    createdDateTime: '2024-03-04T09:00:00Z',
    department: person.department,
    employeeHireDate: person.employeeHireDate,
    employeeId: person.employeeId,
    mailNickname: person.userPrincipalName.split('@')[0],
    otherMails: person.otherMails,
    postalCode: person.postalCode,
    // Null-safe for clients: somebody without a mailbox has none, not null.
    proxyAddresses: person.mail === null ? [] : [`SMTP:${person.mail}`],
    state: person.state,
    streetAddress: person.streetAddress,
    usageLocation: person.usageLocation,
    userType: 'Member',
  };
}

/** Without `$select`, Graph returns these and no others. */
export const DEFAULT_USER_PROPERTIES: readonly string[] = [
  ...['businessPhones', 'displayName', 'givenName', 'jobTitle', 'mail', 'mobilePhone'],
  ...['officeLocation', 'preferredLanguage', 'surname', 'userPrincipalName', 'id'],
];

export const USER_PROPERTIES: readonly string[] = [
  ...DEFAULT_USER_PROPERTIES,
  ...['accountEnabled', 'city', 'companyName', 'country', 'createdDateTime', 'department'],
  ...['employeeHireDate', 'employeeId', 'mailNickname', 'otherMails', 'postalCode'],
  ...['proxyAddresses', 'state', 'streetAddress'],
  ...['usageLocation', 'userType'],
];

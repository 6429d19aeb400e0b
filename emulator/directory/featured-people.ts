import type { Person } from './person.ts';
import { namedGuid } from './random.ts';
import { CONTOSO, FABRIKAM, PERSONAL_ACCOUNTS } from './tenant.ts';
import type { Tenant } from './tenant.ts';

type Profile = Partial<Person> & Pick<Person, 'displayName'>;

/** Somebody with what is said of them, and what is usual for the rest. */
export function makePerson(tenant: Tenant, alias: string, profile: Profile): Person {
  const userPrincipalName = `${alias}@${tenant.domains[0]}`;
  return {
    id: namedGuid(userPrincipalName),
    tenantId: tenant.id,
    userPrincipalName,
    givenName: profile.displayName.split(' ')[0] ?? null,
    surname: profile.displayName.split(' ').slice(1).join(' ') || null,
    jobTitle: null,
    department: null,
    companyName: tenant.kind === 'organization' ? tenant.displayName : null,
    mail: userPrincipalName,
    mobilePhone: null,
    businessPhones: [],
    officeLocation: null,
    preferredLanguage: 'en-US',
    streetAddress: null,
    postalCode: null,
    city: null,
    state: null,
    country: null,
    employeeId: null,
    employeeHireDate: null,
    otherMails: [],
    usageLocation: 'US',
    timeZone: 'America/Los_Angeles',
    portrait: null,
    managerId: null,
    administrator: false,
    featured: true,
    ...profile,
  };
}

function personal(alias: string, profile: Profile): Person {
  const digits = namedGuid(`${alias}@outlook.example`).replaceAll('-', '').slice(0, 16);
  return makePerson(PERSONAL_ACCOUNTS, alias, {
    ...profile,
    id: `00000000-0000-0000-${digits.slice(0, 4)}-${digits.slice(4)}`,
  });
}

const XSS = '<img src=x onerror="document.title=1">';
const CHIEF = namedGuid('patti@contoso.example');

/** People with a purpose in tests and demonstrations; the rest of the company is drawn from the seed. */
export const FEATURED_PEOPLE: readonly Person[] = [
  makePerson(CONTOSO, 'adele', {
    displayName: 'Adele Vance',
    jobTitle: 'Retail Manager',
    department: 'Retail',
    mobilePhone: '+1 425 555 0109',
    businessPhones: ['+1 425 555 0100'],
    officeLocation: '18/2111',
    streetAddress: '110 110th Avenue NE',
    postalCode: '98004',
    city: 'Bellevue',
    state: 'WA',
    country: 'United States',
    employeeId: '2111',
    employeeHireDate: '2019-09-02T00:00:00Z',
    otherMails: ['adele.vance@outlook.example'],
    portrait: 0,
    managerId: CHIEF,
  }),
  makePerson(CONTOSO, 'patti', {
    displayName: 'Patti Fernandez',
    jobTitle: 'President',
    department: 'Executive Management',
    businessPhones: ['+1 425 555 0111'],
    officeLocation: '18/3102',
    city: 'Bellevue',
    country: 'United States',
    portrait: 1,
  }),
  makePerson(CONTOSO, 'megan', {
    displayName: 'Megan Bowen',
    jobTitle: 'IT Administrator',
    department: 'Information Technology',
    businessPhones: ['+1 425 555 0112', '+1 425 555 0113'],
    officeLocation: '18/1106',
    preferredLanguage: 'en-GB',
    city: 'London',
    country: 'United Kingdom',
    usageLocation: 'GB',
    timeZone: 'Europe/London',
    portrait: 2,
    managerId: CHIEF,
    administrator: true,
  }),
  // No photo and hardly any field: what a new colleague's profile looks like.
  makePerson(CONTOSO, 'lee', { displayName: 'Lee Gu', surname: null, managerId: CHIEF }),
  makePerson(CONTOSO, 'haruka', {
    displayName: '佐藤 春香',
    givenName: '春香',
    surname: '佐藤',
    jobTitle: '製品企画部長',
    department: '製品企画部',
    mobilePhone: '+81 3 5550 0142',
    officeLocation: '東京 12F',
    preferredLanguage: 'ja-JP',
    city: '東京',
    country: '日本',
    usageLocation: 'JP',
    timeZone: 'Asia/Tokyo',
    portrait: 3,
    managerId: CHIEF,
  }),
  makePerson(CONTOSO, 'layla', {
    displayName: 'ليلى حداد',
    givenName: 'ليلى',
    surname: 'حداد',
    jobTitle: 'مهندسة برمجيات',
    department: 'الهندسة',
    officeLocation: 'دبي 4',
    preferredLanguage: 'ar-AE',
    city: 'دبي',
    country: 'الإمارات العربية المتحدة',
    usageLocation: 'AE',
    timeZone: 'Asia/Dubai',
    portrait: 4,
    managerId: namedGuid('haruka@contoso.example'),
  }),
  // Every field an attack: a page that renders one of them as HTML is found out at once.
  makePerson(CONTOSO, 'mallory', {
    displayName: `Mallory ${XSS}`,
    givenName: '"><svg onload="document.title=2">',
    surname: "'-document.write(1)-'",
    jobTitle: '<script>document.title=3</script>',
    department: '{{constructor.constructor("document.title=4")()}}',
    mobilePhone: 'javascript:document.title=5',
    businessPhones: [XSS, 'javascript:document.title=6'],
    officeLocation: '<iframe srcdoc="<script>parent.document.title=7</script>">',
    preferredLanguage: '"onmouseover="document.title=8',
    streetAddress: '<svg onload="document.title=11">',
    postalCode: '"><b>',
    city: '</title><script>document.title=9</script>',
    state: "'-document.write(12)-'",
    employeeId: '<b onclick="document.title=13">x</b>',
    country: '<a href="javascript:document.title=10">x</a>',
    managerId: CHIEF,
  }),
  makePerson(FABRIKAM, 'oscar', {
    displayName: 'Oscar Ward',
    jobTitle: 'Director of Operations',
    department: 'Operations',
    businessPhones: ['+44 20 7946 0018'],
    officeLocation: 'Manchester 2',
    preferredLanguage: 'en-GB',
    usageLocation: 'GB',
    timeZone: 'Europe/London',
    portrait: 5,
    administrator: true,
  }),
  makePerson(FABRIKAM, 'zoe', {
    displayName: 'Zoë Lindström',
    jobTitle: 'Konstruktör',
    department: 'Engineering',
    preferredLanguage: 'sv-SE',
    usageLocation: 'SE',
    timeZone: 'Europe/Stockholm',
    portrait: 6,
    managerId: namedGuid('oscar@fabrikam.example'),
  }),
  personal('robin', {
    displayName: 'Robin Hale',
    portrait: 7,
    mobilePhone: '+1 206 555 0187',
    usageLocation: null,
  }),
  personal('sasha', { displayName: 'Sasha Novak', mail: null, usageLocation: null }),
];

import type { Person } from './person.ts';
import { namedGuid } from './random.ts';
import type { SeededRandom } from './random.ts';
import { CONTOSO, FABRIKAM } from './tenant.ts';
import type { Tenant } from './tenant.ts';

/** The rest of each company: heads of department under the president, teams of four to six under them. */

interface Place {
  readonly streetAddress: string;
  readonly postalCode: string;
  readonly city: string;
  /** Null where addresses have none. */
  readonly state: string | null;
  readonly country: string;
  readonly usageLocation: string;
  readonly preferredLanguage: string;
  readonly timeZone: string;
  readonly phone: string;
}

const US = { country: 'United States', usageLocation: 'US', preferredLanguage: 'en-US' };

const PLACES: readonly [Place, ...Place[]] = [
  {
    ...{ streetAddress: '110 110th Avenue NE', postalCode: '98004', city: 'Bellevue', state: 'WA' },
    ...{ ...US, timeZone: 'America/Los_Angeles', phone: '+1 425 555' },
  },
  {
    ...{ streetAddress: '11 Times Square', postalCode: '10036', city: 'New York', state: 'NY' },
    ...{ ...US, timeZone: 'America/New_York', phone: '+1 212 555' },
  },
  {
    ...{ streetAddress: 'Beispielstraße 31', postalCode: '80807', city: 'München', state: null },
    ...{ country: 'Deutschland', usageLocation: 'DE', preferredLanguage: 'de-DE' },
    ...{ timeZone: 'Europe/Berlin', phone: '+49 89 5550' },
  },
  {
    ...{ streetAddress: '12 Example Road', postalCode: '560001', city: 'Bengaluru', state: 'KA' },
    ...{ country: 'India', usageLocation: 'IN', preferredLanguage: 'en-IN' },
    ...{ timeZone: 'Asia/Kolkata', phone: '+91 80 5550' },
  },
  {
    ...{
      streetAddress: 'Rua Exemplo, 90',
      postalCode: '01310-100',
      city: 'São Paulo',
      state: 'SP',
    },
    ...{ country: 'Brasil', usageLocation: 'BR', preferredLanguage: 'pt-BR' },
    ...{ timeZone: 'America/Sao_Paulo', phone: '+55 11 5550' },
  },
];

const GIVEN: readonly [string, ...string[]] = [
  ...(['Amara', 'Bruno', 'Chiara', 'Dmitri', 'Elif', 'Farid', 'Greta', 'Henrik'] as const),
  ...['Imani', 'Jonas', 'Kavya', 'Luca', 'Mireille', 'Nadia', 'Owen', 'Priya', 'Quentin', 'Rosa'],
  ...['Soren', 'Tariq', 'Uma', 'Viktor', 'Wanjiru', 'Ximena', 'Yusuf', 'Zofia'],
];
const SURNAMES: readonly [string, ...string[]] = [
  ...(['Abara', 'Bianchi', 'Castillo', 'Dvořák', 'Eriksen', 'Ferreira', 'Grünwald'] as const),
  ...['Hashimi', 'Iyer', 'Jansen', 'Kowalski', 'Larsen', 'Moreau', 'Nakagawa', 'Okafor', 'Petrov'],
  ...['Quispe', 'Rossi', 'Schäfer', 'Tanaka', 'Underhill', 'Vargas', 'Weiss', 'Yılmaz', 'Zhao'],
];

const DEPARTMENTS: readonly (readonly [string, string, string])[] = [
  ['Engineering', 'Director of Engineering', 'Software Engineer'],
  ['Finance', 'Chief Financial Officer', 'Accountant'],
  ['Human Resources', 'Director of People', 'HR Specialist'],
  ['Legal', 'General Counsel', 'Paralegal'],
  ['Marketing', 'Chief Marketing Officer', 'Campaign Manager'],
  ['Sales', 'Sales Director', 'Account Executive'],
];

interface Post {
  readonly tenant: Tenant;
  readonly jobTitle: string;
  readonly department: string;
  readonly managerId: string;
}

function hire(random: SeededRandom, taken: Set<string>, post: Post): Person {
  let name: readonly [string, string];
  let alias: string;
  do {
    name = [random.pick(GIVEN), random.pick(SURNAMES)];
    alias = asciiAlias(name.join('.'));
  } while (taken.has(alias));
  taken.add(alias);
  const userPrincipalName = `${alias}@${post.tenant.domains[0]}`;
  const { phone, ...where } = random.pick(PLACES);
  const extension = String(1000 + random.below(9000));
  return {
    id: namedGuid(userPrincipalName),
    tenantId: post.tenant.id,
    userPrincipalName,
    displayName: name.join(' '),
    givenName: name[0],
    surname: name[1],
    jobTitle: post.jobTitle,
    department: post.department,
    companyName: post.tenant.displayName,
    mail: userPrincipalName,
    mobilePhone: random.next() < 0.6 ? `${phone} ${String(1000 + random.below(9000))}` : null,
    businessPhones: random.next() < 0.8 ? [`${phone} ${extension}`] : [],
    officeLocation: `${String(10 + random.below(15))}/${extension}`,
    ...where,
    employeeId: extension,
    employeeHireDate: hireDate(userPrincipalName),
    otherMails: [],
    portrait: random.next() < 0.75 ? 8 + random.below(16) : null,
    managerId: post.managerId,
    administrator: false,
    featured: false,
  };
}

/** From the name, so that it costs no draw: later colleagues stay who they are. */
function hireDate(username: string): string {
  const days = parseInt(namedGuid(`hired ${username}`).slice(0, 8), 16) % 4000;
  return `${new Date(Date.UTC(2013, 0, 7) + days * 86_400_000).toISOString().slice(0, 10)}T00:00:00Z`;
}

function asciiAlias(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('ı', 'i')
    .normalize('NFD')
    .replace(/[^a-z.]/g, '');
}

export function drawColleagues(random: SeededRandom): Person[] {
  const taken = new Set<string>();
  const people: Person[] = [];
  const add = (post: Post): Person => {
    const colleague = hire(random, taken, post);
    people.push(colleague);
    return colleague;
  };
  for (const [department, headTitle, memberTitle] of DEPARTMENTS) {
    const post = { tenant: CONTOSO, department };
    const chief = namedGuid('patti@contoso.example');
    const head = add({ ...post, jobTitle: headTitle, managerId: chief });
    const size = 5 + random.below(3);
    for (let member = 0; member < size; member += 1) {
      add({ ...post, jobTitle: memberTitle, managerId: head.id });
    }
  }
  for (const jobTitle of ['Planner', 'Buyer', 'Technician', 'Dispatcher']) {
    const managerId = namedGuid('oscar@fabrikam.example');
    add({ tenant: FABRIKAM, department: 'Operations', jobTitle, managerId });
  }
  return people;
}

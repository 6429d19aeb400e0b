import type { Person } from './person.ts';
import { namedGuid } from './random.ts';
import type { SeededRandom } from './random.ts';
import { CONTOSO, FABRIKAM } from './tenant.ts';
import type { Tenant } from './tenant.ts';

/** The rest of each company: heads of department under the president, teams of four to six under them. */

interface Place {
  readonly city: string;
  readonly country: string;
  readonly usageLocation: string;
  readonly preferredLanguage: string;
  readonly timeZone: string;
  readonly phone: string;
}

const PLACES: readonly [Place, ...Place[]] = [
  place('Bellevue', 'United States', 'US', 'en-US', 'America/Los_Angeles', '+1 425 555'),
  place('New York', 'United States', 'US', 'en-US', 'America/New_York', '+1 212 555'),
  place('München', 'Deutschland', 'DE', 'de-DE', 'Europe/Berlin', '+49 89 5550'),
  place('Bengaluru', 'India', 'IN', 'en-IN', 'Asia/Kolkata', '+91 80 5550'),
  place('São Paulo', 'Brasil', 'BR', 'pt-BR', 'America/Sao_Paulo', '+55 11 5550'),
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

function place(...parts: [string, string, string, string, string, string]): Place {
  const [city, country, usageLocation, preferredLanguage, timeZone, phone] = parts;
  return { city, country, usageLocation, preferredLanguage, timeZone, phone };
}

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
    portrait: random.next() < 0.75 ? 8 + random.below(16) : null,
    managerId: post.managerId,
    administrator: false,
    featured: false,
  };
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

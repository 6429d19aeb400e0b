import type { Cloud } from '../../cloud.ts';
import { graphId } from '../../directory/person.ts';
import type { Person } from '../../directory/person.ts';
import { requireScope } from '../bearer.ts';
import type { Caller } from '../bearer.ts';
import { collection } from '../query/collection.ts';

/**
 * GET /me/people: who matters to somebody, the manager, reports and teammates first.
 * @see https://learn.microsoft.com/graph/api/user-list-people
 *
 * @throws GraphError 403 without permission
 */
export function relevantPeople(cloud: Cloud, caller: Caller, query: URLSearchParams): object {
  requireScope(caller, ['People.Read', 'People.Read.All']);
  const { person: me } = caller;
  const others = cloud.directory.people.filter(
    ({ id, tenantId }) => id !== me.id && tenantId === me.tenantId,
  );
  const items = others
    .map((person) => ({ person, relevance: relevance(me, person) }))
    .toSorted((a, b) => b.relevance - a.relevance)
    .map(({ person, relevance: score }) => personResource(person, score));
  const rules = {
    type: 'person',
    properties: PROPERTIES,
    defaults: PROPERTIES,
    context: `users('${me.id}')/people`,
    path: '/me/people',
    defaultTop: 10,
    mostTop: 1000,
    service: 'exchange',
    always: ['id'],
    searched: ['displayName', 'userPrincipalName', 'scoredEmailAddresses'],
  } as const;
  return collection(cloud, items, rules, query);
}

function relevance(me: Person, other: Person): number {
  const lines: readonly [number, boolean][] = [
    [30, other.id === me.managerId],
    [25, other.managerId === me.id],
    [20, other.managerId !== null && other.managerId === me.managerId],
    [10, other.department !== null && other.department === me.department],
  ];
  return lines.find(([, holds]) => holds)?.[0] ?? 1;
}

const PROPERTIES = [
  ...['id', 'displayName', 'givenName', 'surname', 'birthday', 'personNotes', 'isFavorite'],
  ...['jobTitle', 'companyName', 'yomiCompany', 'department', 'officeLocation', 'profession'],
  ...['userPrincipalName', 'imAddress', 'scoredEmailAddresses', 'phones', 'postalAddresses'],
  ...['websites', 'personType'],
];

function personResource(person: Person, score: number): Record<string, unknown> {
  const { mail, userPrincipalName } = person;
  return {
    id: graphId(person),
    displayName: person.displayName,
    givenName: person.givenName,
    surname: person.surname,
    birthday: '',
    personNotes: '',
    isFavorite: false,
    jobTitle: person.jobTitle,
    companyName: person.companyName,
    yomiCompany: '',
    department: person.department,
    officeLocation: person.officeLocation,
    profession: '',
    userPrincipalName,
    imAddress: `sip:${userPrincipalName}`,
    scoredEmailAddresses: [
      {
        address: mail ?? userPrincipalName,
        relevanceScore: score,
        selectionLikelihood: 'notSpecified',
      },
    ],
    phones: person.businessPhones.map((number) => ({ type: 'business', number })),
    postalAddresses: [],
    websites: [],
    personType: { class: 'Person', subclass: 'OrganizationUser' },
  };
}

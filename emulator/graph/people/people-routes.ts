import type { Cloud } from '../../cloud.ts';
import type { Person } from '../../directory/person.ts';
import type { HttpContext } from '../../http/context.ts';
import type { Caller } from '../bearer.ts';
import { directoryQuery, graphQuery } from '../query/graph-query.ts';
import { json } from '../graph-response.ts';
import { me } from './me.ts';
import { memberObjects, membershipCount, memberships } from './memberships.ts';
import type { MembershipList } from './memberships.ts';
import { organization, organizations } from './organization.ts';
import { directReports, findColleague, manager, user, userCount, users } from './people.ts';
import { photoMetadata, photoSizes, photoValue } from '../photo/photo.ts';
import { presence } from './presence.ts';
import { DIRECTORY_OPTIONS, MAILBOX_OPTIONS } from '../query/query-options.ts';
import { relevantPeople } from './relevant-people.ts';
import type { AddRoute, Handler } from '../respond.ts';

/** The organization, its people, and the lines and groups between them. */
export function peopleRoutes(cloud: Cloud, on: AddRoute): void {
  on('GET', '/me', (caller, c) => json(me(cloud, caller, directoryQuery(c))), USER);
  const list: Handler = (caller, c) => json(users(cloud, caller, directoryQuery(c)));
  on('GET', '/users', list, [...DIRECTORY_OPTIONS, '$expand']);
  on('GET', '/users/$count', (caller, c) => userCount(cloud, caller, directoryQuery(c)), COUNT);
  const one: Handler = (caller, c) =>
    json(user(cloud, caller, findColleague(cloud, caller, idOf(c)), directoryQuery(c)));
  on('GET', '/users/:id', one, USER);
  const people: Handler = (caller, c) => json(relevantPeople(cloud, caller, graphQuery(c)));
  on('GET', '/me/people', people, MAILBOX_OPTIONS);
  for (const base of ['/me', '/users/:id']) {
    personRoutes(cloud, base, on);
    membershipRoutes(cloud, base, on);
  }
  const companies: Handler = (caller, c) => json(organizations(cloud, caller, graphQuery(c)));
  on('GET', '/organization', companies, ['$select']);
  const company: Handler = (caller, c) => json(organization(cloud, caller, idOf(c), graphQuery(c)));
  on('GET', '/organization/:id', company, ['$select']);
}

/** Of one user; `$count` belongs to `$levels`, with which it is an advanced query. */
const USER = ['$select', '$expand', '$count'];
const COUNT = ['$filter', '$search'];

function personRoutes(cloud: Cloud, base: string, on: AddRoute): void {
  on('GET', `${base}/photo`, (caller, c) =>
    json(photoMetadata(cloud, caller, owner(cloud, base, caller, c), path(base, c).slice(1))),
  );
  on('GET', `${base}/photos`, (caller, c) =>
    json(photoSizes(cloud, caller, owner(cloud, base, caller, c), path(base, c).slice(1))),
  );
  on('GET', `${base}/photo/$value`, (caller, c) =>
    photoValue(caller, owner(cloud, base, caller, c)),
  );
  on('GET', `${base}/photos/:size/$value`, (caller, c) =>
    photoValue(caller, owner(cloud, base, caller, c), c.req.param('size')),
  );
  const boss: Handler = (caller, c) =>
    json(manager(cloud, caller, owner(cloud, base, caller, c), graphQuery(c)));
  on('GET', `${base}/manager`, boss, ['$select']);
  const reports: Handler = (caller, c) => {
    const person = owner(cloud, base, caller, c);
    return json(directReports(cloud, caller, person, path(base, c), directoryQuery(c)));
  };
  on('GET', `${base}/directReports`, reports, DIRECTORY_OPTIONS);
  on('GET', `${base}/presence`, (caller, c) =>
    json(presence(cloud, caller, owner(cloud, base, caller, c))),
  );
}

function membershipRoutes(cloud: Cloud, base: string, on: AddRoute): void {
  for (const name of ['memberOf', 'transitiveMemberOf']) {
    const listOf = (caller: Caller, c: HttpContext): MembershipList => {
      const cast = c.req.param('cast');
      const end = cast === undefined ? name : `${name}/${cast}`;
      const person = owner(cloud, base, caller, c);
      return {
        person,
        path: `${path(base, c)}/${end}`,
        transitive: name === 'transitiveMemberOf',
        cast,
      };
    };
    const list: Handler = (caller, c) =>
      json(memberships(cloud, caller, listOf(caller, c), directoryQuery(c)));
    const counted: Handler = (caller, c) =>
      membershipCount(cloud, caller, listOf(caller, c), directoryQuery(c));
    on('GET', `${base}/${name}`, list, DIRECTORY_OPTIONS);
    on('GET', `${base}/${name}/$count`, counted, COUNT);
    on('GET', `${base}/${name}/:cast/$count`, counted, COUNT);
    on('GET', `${base}/${name}/:cast`, list, DIRECTORY_OPTIONS);
  }
  on('POST', `${base}/getMemberObjects`, (caller, c) =>
    json(memberObjects(cloud, caller, owner(cloud, base, caller, c))),
  );
}

function owner(cloud: Cloud, base: string, caller: Caller, c: HttpContext): Person {
  return base === '/me' ? caller.person : findColleague(cloud, caller, idOf(c));
}

function path(base: string, c: HttpContext): string {
  return base === '/me' ? '/me' : `/users/${idOf(c)}`;
}

function idOf(c: HttpContext): string {
  return c.req.param('id') ?? '';
}

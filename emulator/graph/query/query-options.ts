import { GraphError } from '../graph-error.ts';

const COLLECTION = ['$select', '$filter', '$search', '$orderby', '$top', '$count'];

/** Of mail, calendar and people, which page by `$skip`. */
export const MAILBOX_OPTIONS: readonly string[] = [...COLLECTION, '$skip'];

/** Of directory objects, which page by an opaque `$skiptoken` and refuse `$skip`. */
export const DIRECTORY_OPTIONS: readonly string[] = [...COLLECTION, '$skiptoken'];

/** Options of OData that Graph has, on one resource or another. */
const KNOWN = [
  ...[...COLLECTION, '$skip', '$skiptoken', '$expand', '$format', '$deltatoken', '$deltalink'],
  ...['$apply', '$compute', '$index', '$levels', '$schemaversion'],
];

/**
 * Refuses a query option that the address does not have here: ignored, it would lead to a wrong 200.
 * Differs from Graph: what Graph has and this cloud has not is a 501 that says so.
 * @see https://learn.microsoft.com/graph/query-parameters
 *
 * @throws GraphError 400 for an option that OData does not have or that is given twice, 501 for one that is not emulated
 */
export function checkQueryOptions(query: URLSearchParams, allowed: readonly string[]): void {
  const given = [...query.keys()].filter((name) => name.startsWith('$'));
  for (const [index, option] of given.entries()) {
    if (given.indexOf(option) < index) {
      throw badRequest(
        `Query option '${option.slice(0, 40)}' was specified more than once, but it must be specified at most once.`,
      );
    }
    if (!allowed.includes(option)) {
      throw refusal(option, allowed);
    }
  }
  const count = query.get('$count');
  if (count !== null && count !== 'true' && count !== 'false') {
    throw badRequest(
      `Invalid value '${count.slice(0, 20)}' for $count query option found. Valid values are 'true', 'false'.`,
    );
  }
}

function refusal(option: string, allowed: readonly string[]): GraphError {
  if (!KNOWN.includes(option)) {
    return badRequest(`The query parameter '${option.slice(0, 40)}' is not supported.`);
  }
  if (option === '$skip' && allowed.includes('$skiptoken')) {
    return new GraphError(400, 'Request_BadRequest', "'$skip' is not supported by the service.");
  }
  return new GraphError(
    501,
    'NotImplemented',
    `The local cloud does not emulate '${option}' at this address. It has ${allowed.join(', ') || 'no query options here'}.`,
  );
}

const badRequest = (message: string) => new GraphError(400, 'BadRequest', message);

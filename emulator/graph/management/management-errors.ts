import { GraphError } from '../graph-error.ts';

/** What the directory answers to changes that it does not make. */

export const notFound = (id: string) =>
  new GraphError(
    404,
    'Request_ResourceNotFound',
    `Resource '${id.slice(0, 80)}' does not exist or one of its queried reference-property objects are not present.`,
  );

export const invalidValue = (property: string) =>
  new GraphError(
    400,
    'Request_BadRequest',
    `Invalid value specified for property '${property}' of resource 'Application'.`,
  );

export const badRequest = (message: string) => new GraphError(400, 'Request_BadRequest', message);

export const conflict = (message: string) =>
  new GraphError(409, 'Request_MultipleObjectsWithSameKeyValue', message);

export const notUnique = (property: string) =>
  new GraphError(
    400,
    'Request_MultipleObjectsWithSameKeyValue',
    `Another object with the same value for property ${property} already exists.`,
  );

export const stillEnabled = () =>
  new GraphError(
    400,
    'CannotDeleteOrUpdateEnabledEntitlement',
    'Property value cannot be deleted unless it is disabled first.',
  );

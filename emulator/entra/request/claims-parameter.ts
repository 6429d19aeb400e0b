import type { RequestedClaims } from '../../tokens/requested-claims.ts';
import { malformedRequest } from '../errors/entra-error.ts';

export function readClaims(parameter: string | undefined): RequestedClaims {
  const claims = parse(parameter);
  const accessToken = member(claims, 'access_token');
  const idToken = member(claims, 'id_token');
  const capabilities = member(accessToken, 'xms_cc');
  const context = member(accessToken, 'acrs');
  return {
    clientCapabilities: strings(member(capabilities, 'values')),
    authContext: [...strings(member(context, 'values')), ...strings([member(context, 'value')])],
    idTokenClaims: typeof idToken === 'object' && idToken !== null ? Object.keys(idToken) : [],
  };
}

function parse(parameter: string | undefined): unknown {
  if (parameter === undefined) {
    return {};
  }
  try {
    return JSON.parse(parameter);
  } catch {
    throw malformedRequest();
  }
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

import { HttpErrorResponse } from '@angular/common/http';
import { ServerError } from '@azure/msal-browser';
import * as v from 'valibot';
import { formatError, redactError } from './redact-error';

const MARKER = 'Zyxmarker';

describe('redactError', () => {
  const errors: Record<string, unknown> = {
    'an error': new Error(MARKER),
    'an error whose message looks like a frame': new Error(`${MARKER}\n    at ${MARKER}.js:1:2`),
    'an error with a cause': new Error('x', { cause: new Error(MARKER) }),
    'a failed call': new HttpErrorResponse({
      status: 403,
      statusText: MARKER,
      url: `https://graph.microsoft.com/v1.0/users/${MARKER}?$search=${MARKER}`,
      error: { error: { message: MARKER } },
    }),
    'an answer of Entra ID': new ServerError(
      'invalid_grant',
      '',
      `AADSTS50034: The user account ${MARKER} does not exist.`,
    ),
    'a value that does not fit its schema': new v.ValiError(
      v.safeParse(v.picklist(['a']), MARKER).issues ?? [{} as never],
    ),
    'a text': MARKER,
    'somebody’s data': { name: MARKER, errorCode: MARKER, message: MARKER },
    'an object that throws': {
      get name() {
        throw new Error(MARKER);
      },
    },
  };

  for (const [title, error] of Object.entries(errors))
    it(`S37: tells no text of ${title}`, () => {
      expect(JSON.stringify(redactError(error))).not.toContain(MARKER);
      expect(formatError(redactError(error))).not.toContain(MARKER);
    });

  it('tells the codes that find a failed sign-in in Entra’s logs', () => {
    const id = '01a21ef2-f9ee-7564-9c13-8735100b8694';
    const error = new ServerError('invalid_grant', id, 'AADSTS70008: expired');

    expect(formatError(redactError(error))).toContain(
      `invalid_grant, AADSTS70008, correlation ID ${id}`,
    );
  });

  it('tells the status of a failed call', () => {
    expect(formatError(redactError(new HttpErrorResponse({ status: 503 })))).toBe(
      'HttpErrorResponse, status 503',
    );
  });

  it('tells where in the code an error was thrown', () => {
    const error = Object.assign(new TypeError('x'), {
      stack:
        'TypeError: x\n    at a (https://app.example/portal/chunk-D1CqMm9-.js:3:4)\n    at https://app.example/main.js:1:2',
    });

    expect(formatError(redactError(error))).toBe(
      'TypeError, at chunk-D1CqMm9-.js:3:4 < main.js:1:2',
    );
  });
});

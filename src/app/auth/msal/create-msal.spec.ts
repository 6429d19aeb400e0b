import { PublicClientApplication } from '@azure/msal-browser';
import { exampleSettings } from '../../settings/example-settings';
import { createMsal } from './create-msal';
import { UnsupportedBrowserError } from '../errors/unsupported-browser-error';

function refusal(): UnsupportedBrowserError | undefined {
  try {
    createMsal(exampleSettings);
  } catch (error) {
    if (error instanceof UnsupportedBrowserError) return error;
    throw error;
  }
  return undefined;
}

describe('createMsal', () => {
  it('builds MSAL in a browser that has what it needs', () => {
    expect(createMsal(exampleSettings)).toBeInstanceOf(PublicClientApplication);
  });

  it('F22: reports that storage is refused', () => {
    spyOnProperty(window, 'sessionStorage').and.throwError(new DOMException('no', 'SecurityError'));

    expect(refusal()?.remedy).toMatch(/Allow cookies and site data/);
  });

  it('F23: reports that storage is full', () => {
    spyOn(Storage.prototype, 'setItem').and.throwError(
      new DOMException('no', 'QuotaExceededError'),
    );

    expect(refusal()?.reason).toMatch(/full/);
  });

  it('F24: reports that the page is no secure context', () => {
    spyOnProperty(window.crypto, 'subtle').and.returnValue(undefined as never);

    expect(refusal()?.remedy).toMatch(/https:\/\//);
  });
});

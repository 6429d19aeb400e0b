import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { exampleSettings } from '../settings/example-settings';
import { SETTINGS } from '../settings/settings';
import { graphTimeout } from './graph-timeout.interceptor';

describe('graphTimeout', () => {
  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        { provide: SETTINGS, useValue: exampleSettings },
        provideHttpClient(withInterceptors([graphTimeout])),
        provideHttpClientTesting(),
      ],
    });
  });

  function limitOf(url: string, options = {}): number | undefined {
    TestBed.inject(HttpClient).get(url, options).subscribe();
    return TestBed.inject(HttpTestingController).expectOne(url).request.timeout;
  }

  it('F35: gives Graph 15 seconds to answer', () => {
    expect(limitOf('https://graph.microsoft.com/v1.0/me')).toBe(15_000);
  });

  it('keeps a limit that the call brings', () => {
    expect(limitOf('https://graph.microsoft.com/v1.0/me', { timeout: 60_000 })).toBe(60_000);
  });

  it('sets no limit to calls to anybody else', () => {
    expect(limitOf('https://graph.microsoft.us/v1.0/me')).toBeUndefined();
  });
});

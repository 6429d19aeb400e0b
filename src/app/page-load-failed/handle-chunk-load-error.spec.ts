import { ErrorHandler } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withNavigationErrorHandler } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { handleChunkLoadError, PAGE_LOAD_FAILED_ROUTE } from './handle-chunk-load-error';
import { PageLoadFailedComponent } from './page-load-failed.component';

describe('handleChunkLoadError', () => {
  const error = new TypeError('Failed to fetch dynamically imported module');
  let handleError: jasmine.Spy;

  beforeEach(() => {
    handleError = jasmine.createSpy('handleError');
    TestBed.configureTestingModule({
      providers: [
        { provide: ErrorHandler, useValue: { handleError } },
        provideRouter(
          [
            { path: PAGE_LOAD_FAILED_ROUTE, component: PageLoadFailedComponent },
            { path: 'gone', loadComponent: () => Promise.reject(error) },
          ],
          withNavigationErrorHandler(handleChunkLoadError),
        ),
      ],
    });
  });

  async function openMissingPage(): Promise<HTMLElement> {
    const harness = await RouterTestingHarness.create();
    await TestBed.inject(Router).navigateByUrl('/gone?x=1');
    await harness.fixture.whenStable();
    return harness.fixture.nativeElement as HTMLElement;
  }

  it('says that the page did not load, with a link to it, and reports the error', async () => {
    const page = await openMissingPage();

    expect(page.querySelector('h1')?.textContent).toBe('This page did not load');
    expect(page.querySelector('a')?.getAttribute('href')).toBe('/gone?x=1');
    expect(handleError).toHaveBeenCalledOnceWith(error);
  });

  it('reports nothing while the browser is offline', async () => {
    spyOnProperty(navigator, 'onLine').and.returnValue(false);
    const page = await openMissingPage();

    expect(page.querySelector('h1')?.textContent).toBe('This page did not load');
    expect(handleError).not.toHaveBeenCalled();
  });
});

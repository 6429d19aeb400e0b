import { TestBed } from '@angular/core/testing';
import { RedirectCommand } from '@angular/router';
import { exampleSettings } from '../settings/example-settings';
import { SETTINGS } from '../settings/settings';
import { needsGraph } from './needs-graph.guard';

describe('needsGraph', () => {
  const result = (graphBaseUrl: string) => {
    const useValue = { ...exampleSettings, graphBaseUrl };
    TestBed.configureTestingModule({ providers: [{ provide: SETTINGS, useValue }] });
    return TestBed.runInInjectionContext(() => needsGraph({}, [], {} as never));
  };

  it('lets a page that calls Graph open where there is one', () => {
    expect(result('https://graph.microsoft.com')).toBeTrue();
  });

  it('leads to the account page where there is none', () => {
    const leads = result('') as RedirectCommand;

    expect(leads).toBeInstanceOf(RedirectCommand);
    expect(leads.redirectTo.toString()).toBe('/account');
  });
});

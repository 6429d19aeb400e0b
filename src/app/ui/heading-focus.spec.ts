import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { provideHeadingFocus } from './heading-focus';

@Component({ selector: 'app-one', template: '<h1 tabindex="-1">One</h1>' })
class OneComponent {}

@Component({ selector: 'app-two', template: '<h1 tabindex="-1">Two</h1>' })
class TwoComponent {}

describe('provideHeadingFocus', () => {
  const focused = () => document.activeElement?.textContent;

  it('moves the focus to the heading of the page one goes to, but not of the first page', async () => {
    TestBed.configureTestingModule({
      providers: [
        provideRouter([
          { path: 'one', component: OneComponent },
          { path: 'two', component: TwoComponent },
        ]),
        provideHeadingFocus(),
      ],
    });
    const harness = await RouterTestingHarness.create('/one');

    expect(focused()).not.toBe('One');

    await harness.navigateByUrl('/two');
    await harness.fixture.whenStable();

    expect(focused()).toBe('Two');
  });
});

import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Session } from '../session/session';
import { openPopupForGuardedLinks } from './guarded-link-popup';
import { provideAuthTesting } from '../testing/provide-auth-testing';

@Component({ selector: 'app-nothing', template: '' })
class NothingComponent {}

describe('openPopupForGuardedLinks', () => {
  let signIn: jasmine.Spy;
  let listen: jasmine.Spy;
  const link = document.createElement('a');
  const stay = (event: Event) => {
    event.preventDefault();
  };

  beforeEach(() => {
    document.body.append(link);
    link.addEventListener('click', stay);
    listen = spyOn(document, 'addEventListener').and.callThrough();
  });

  afterEach(() => {
    const [type, listener, options] = listen.calls.mostRecent().args as Parameters<
      Document['addEventListener']
    >;
    document.removeEventListener(type, listener, options);
    link.remove();
  });

  function begin(account: null | { name: string }): void {
    TestBed.configureTestingModule({
      providers: [
        provideAuthTesting({ account }),
        provideRouter([
          { path: '', component: NothingComponent },
          { path: 'guarded', component: NothingComponent, canActivate: [() => true] },
        ]),
      ],
    });
    signIn = spyOn(TestBed.inject(Session), 'signIn');
    TestBed.runInInjectionContext(openPopupForGuardedLinks);
  }

  function click(href: string, options: MouseEventInit = {}): void {
    link.href = href;
    link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...options }));
  }

  it('opens the popup for a link to a guarded page, and returns to its whole URL', () => {
    begin(null);
    click('/guarded?x=1#y');

    expect(signIn).toHaveBeenCalledOnceWith('/guarded?x=1#y');
  });

  it('does not handle a link to an unguarded page, to another site, or into a new tab', () => {
    begin(null);
    click('/');
    click('https://login.example/guarded');
    click('/guarded', { ctrlKey: true });

    expect(signIn).not.toHaveBeenCalled();
  });

  it('handles no link once somebody is signed in', () => {
    begin({ name: 'Ada' });
    click('/guarded');

    expect(signIn).not.toHaveBeenCalled();
  });
});

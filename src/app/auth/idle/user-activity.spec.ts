import { TestBed } from '@angular/core/testing';
import { clearAccountStorage } from '../accounts/account-storage';
import { storeSignInTime } from '../accounts/sign-in-time';
import { provideAuthTesting } from '../testing/provide-auth-testing';
import { exampleSettings } from '../../settings/example-settings';
import { adele } from '../testing/fake-msal';
import { UserActivity } from './user-activity';

describe('UserActivity', () => {
  const start = Date.parse('2026-11-22T08:00:00Z');
  let activity: UserActivity;

  beforeEach(() => {
    jasmine.clock().install().mockDate(new Date(start));
    TestBed.configureTestingModule({ providers: [provideAuthTesting()] });
    activity = TestBed.inject(UserActivity);
  });

  afterEach(() => {
    jasmine.clock().uninstall();
    clearAccountStorage(exampleSettings, adele.homeAccountId);
  });

  it('emits at most once a second while activity is recorded', () => {
    let events = 0;
    const subscription = activity.events$.subscribe(() => {
      events += 1;
      activity.record();
    });
    for (let step = 0; step < 20; step += 1) {
      document.dispatchEvent(new KeyboardEvent('keydown'));
      jasmine.clock().tick(100);
    }
    subscription.unsubscribe();

    expect(events).toBe(2);
  });

  it('restores the later of the stored activity and the sign-in', () => {
    storeSignInTime(adele.homeAccountId, exampleSettings);
    jasmine.clock().tick(5_000);
    activity.restore();

    expect(activity.lastActive).toBe(start);

    activity.record();
    jasmine.clock().tick(5_000);
    activity.restore();

    expect(activity.lastActive).toBe(start + 5_000);
  });

  it('F46: drops a time in the future, left by a clock that was set back', () => {
    activity.record();
    jasmine.clock().mockDate(new Date(start - 60_000));
    activity.recordOtherTab(start - 90_000);

    expect(activity.lastActive).toBe(start - 60_000);
  });

  it('counts a time in the future, which no tab has sent, as now', () => {
    activity.recordOtherTab(start + 24 * 3_600_000);

    expect(activity.lastActive).toBe(start);
  });
});

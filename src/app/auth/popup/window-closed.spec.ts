import { Subject, type Subscription } from 'rxjs';
import { windowClosed } from './window-closed';

describe('windowClosed', () => {
  let opened: Subject<{ closed: boolean }>;
  let closed: number;
  let subscription: Subscription;

  beforeEach(() => {
    jasmine.clock().install();
    opened = new Subject();
    closed = 0;
    subscription = windowClosed(opened).subscribe(() => (closed += 1));
  });

  afterEach(() => {
    subscription.unsubscribe();
    jasmine.clock().uninstall();
  });

  it('emits once when the window has been closed', () => {
    const popup = { closed: false };
    opened.next(popup);
    jasmine.clock().tick(1_000);

    expect(closed).toBe(0);

    popup.closed = true;
    jasmine.clock().tick(1_000);

    expect(closed).toBe(1);
    expect(opened.observed).toBeFalse();
  });

  it('watches the window that was opened last', () => {
    opened.next({ closed: true });
    opened.next({ closed: false });
    jasmine.clock().tick(1_000);

    expect(closed).toBe(0);
  });
});

import { of } from 'rxjs';
import { IdlePreloading } from './idle-preloading';

describe('IdlePreloading', () => {
  const strategy = new IdlePreloading();
  let load: jasmine.Spy;

  beforeEach(() => {
    jasmine.clock().install();
    load = jasmine.createSpy('load').and.returnValue(of('page'));
    spyOn(window, 'requestIdleCallback').and.callFake((callback) => {
      callback({ didTimeout: false, timeRemaining: () => 1 });
      return 0;
    });
  });

  afterEach(() => {
    jasmine.clock().uninstall();
  });

  async function preload(data?: object): Promise<void> {
    strategy.preload({ path: 'x', ...(data && { data: { ...data } }) }, load).subscribe();
    jasmine.clock().tick(1_000);
    await Promise.resolve();
  }

  it('loads a route that asks for it, once the browser is idle', async () => {
    const done = preload({ preload: true });

    expect(load).not.toHaveBeenCalled();

    await done;
    await Promise.resolve();

    expect(load).toHaveBeenCalledTimes(1);
  });

  for (const data of [undefined, {}, { preload: 'yes' }])
    it(`leaves alone a route with ${JSON.stringify(data)}`, async () => {
      await preload(data);
      await Promise.resolve();

      expect(load).not.toHaveBeenCalled();
    });
});

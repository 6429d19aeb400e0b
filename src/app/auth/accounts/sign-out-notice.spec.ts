import { storageKey } from './account-storage';
import { exampleSettings } from '../../settings/example-settings';
import { storeNotice, consumeNotice } from './sign-out-notice';

describe('signed-out notice', () => {
  it('is there once after the page was loaded again', () => {
    storeNotice(exampleSettings, 'idle');

    expect(consumeNotice(exampleSettings)).toBe('idle');
    expect(consumeNotice(exampleSettings)).toBeUndefined();
  });

  it('is nothing that something else wrote', () => {
    sessionStorage.setItem(storageKey(exampleSettings, 'notice'), '<b>');

    expect(consumeNotice(exampleSettings)).toBeUndefined();
  });
});

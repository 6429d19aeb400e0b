import { storageKey } from './account-storage';
import { exampleSettings } from '../../settings/example-settings';
import { storeNotice, consumeNotice } from './sign-out-notice';

describe('sign-out notice', () => {
  it('is returned once after a reload', () => {
    storeNotice(exampleSettings, 'idle');

    expect(consumeNotice(exampleSettings)).toBe('idle');
    expect(consumeNotice(exampleSettings)).toBeUndefined();
  });

  it('ignores an unknown value', () => {
    sessionStorage.setItem(storageKey(exampleSettings, 'notice'), '<b>');

    expect(consumeNotice(exampleSettings)).toBeUndefined();
  });
});

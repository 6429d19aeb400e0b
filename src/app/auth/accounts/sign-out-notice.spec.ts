import { storeNotice, consumeNotice } from './sign-out-notice';

describe('signed-out notice', () => {
  it('is there once after the page was loaded again', () => {
    storeNotice('idle');

    expect(consumeNotice()).toBe('idle');
    expect(consumeNotice()).toBeUndefined();
  });

  it('is nothing that something else wrote', () => {
    sessionStorage.setItem('app.notice', '<b>');

    expect(consumeNotice()).toBeUndefined();
  });
});

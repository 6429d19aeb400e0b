import { keepNotice, takeNotice } from './signed-out-notice';

describe('signed-out notice', () => {
  it('is there once after the page was loaded anew', () => {
    keepNotice('idle');

    expect(takeNotice()).toBe('idle');
    expect(takeNotice()).toBeUndefined();
  });

  it('is nothing that something else wrote', () => {
    sessionStorage.setItem('app.notice', '<b>');

    expect(takeNotice()).toBeUndefined();
  });
});

import {
  type EnvironmentProviders,
  makeEnvironmentProviders,
  provideAppInitializer,
} from '@angular/core';
import { Popup } from './popup';
import { PopupWindow } from './popup-window';
import { signInByPopupFromLinks } from './sign-in-links';

/** What `"interaction": "popup"` adds to `provideAuth`. */
export function providePopup(): EnvironmentProviders {
  return makeEnvironmentProviders([
    { provide: Popup, useClass: PopupWindow },
    provideAppInitializer(signInByPopupFromLinks),
  ]);
}

import {
  type EnvironmentProviders,
  makeEnvironmentProviders,
  provideAppInitializer,
} from '@angular/core';
import { Popup } from '../sign-in/popup';
import { openPopupForGuardedLinks } from './guarded-link-popup';
import { PopupSignIn } from './popup-sign-in';

/** The feature of `provideAuth` for `"interaction": "popup"`: sign-in in a popup. */
export function withPopup(): EnvironmentProviders {
  return makeEnvironmentProviders([
    { provide: Popup, useClass: PopupSignIn },
    provideAppInitializer(openPopupForGuardedLinks),
  ]);
}

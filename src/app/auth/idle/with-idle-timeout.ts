import {
  type EnvironmentProviders,
  inject,
  makeEnvironmentProviders,
  provideEnvironmentInitializer,
} from '@angular/core';
import { IdleTimeout } from './idle-timeout';

/** The feature of `provideAuth` for `"idleTimeoutMinutes"`: signs everybody out after that time without activity. */
export function withIdleTimeout(): EnvironmentProviders {
  return makeEnvironmentProviders([
    provideEnvironmentInitializer(() => {
      inject(IdleTimeout);
    }),
  ]);
}

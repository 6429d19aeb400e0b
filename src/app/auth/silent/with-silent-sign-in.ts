import {
  APP_BOOTSTRAP_LISTENER,
  type EnvironmentProviders,
  inject,
  Injector,
  makeEnvironmentProviders,
  runInInjectionContext,
} from '@angular/core';
import { signInSilently } from './sign-in-silently';

/** The feature of `provideAuth` for `"silentSignIn": true`: looks for a session of the provider at the start. */
export function withSilentSignIn(): EnvironmentProviders {
  return makeEnvironmentProviders([
    {
      provide: APP_BOOTSTRAP_LISTENER,
      multi: true,
      useFactory: () => {
        const injector = inject(Injector);
        return () => void runInInjectionContext(injector, signInSilently);
      },
    },
  ]);
}

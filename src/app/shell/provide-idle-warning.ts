import { type EnvironmentProviders, makeEnvironmentProviders } from '@angular/core';
import { withIdleTimeout } from '../auth/idle/with-idle-timeout';
import { IDLE_DIALOG } from './idle-dialog';
import { IdleWarningDialogComponent } from './idle-warning-dialog.component';

/** Provides the idle timeout together with the dialog that warns of it. */
export function provideIdleWarning(): EnvironmentProviders {
  return makeEnvironmentProviders([
    withIdleTimeout(),
    { provide: IDLE_DIALOG, useValue: IdleWarningDialogComponent },
  ]);
}

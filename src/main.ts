import { bootstrapApplication } from '@angular/platform-browser';
import { AppComponent } from './app/app.component';
import { appConfig } from './app/app.config';
import { loadSettings } from './app/settings/load-settings';
import { isUnexpected, showStartupFailure } from './app/startup-failure';

try {
  await bootstrapApplication(AppComponent, appConfig(await loadSettings()));
} catch (error) {
  showStartupFailure(error);
  if (isUnexpected(error)) reportError(error);
}

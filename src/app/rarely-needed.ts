/**
 * What hardly any page load needs: the words for what went wrong, and what is off unless the settings ask
 * for it. It is one chunk, and the one door to these: with a second one beside it the bundler cuts
 * Angular and the app into pieces that each can share, which costs everybody 3 kB and two requests.
 */
export { providePopup } from './auth/provide-popup';
export { IdleComponent } from './idle.component';
export { CorrectionComponent } from './profile/correction.component';
export { NotFoundComponent } from './not-found/not-found.component';
export { SessionEndComponent } from './session-end.component';
export { SignInFailedComponent } from './sign-in-failed/sign-in-failed.component';
export { showStartupFailure } from './startup-failure';
export { problemOfCall } from './ui/problem-of-call';

/**
 * What no page needs for its first paint: the words for failures, the profile's correction form, dialogs,
 * and what is off unless the settings ask for it. One chunk on purpose: with a second `import()` beside it the
 * bundler cuts Angular and the app into pieces that each can share, which costs everybody 3 kB and two requests.
 */
export { providePopup } from './auth/provide-popup';
export { IdleComponent } from './idle.component';
export { CorrectionComponent } from './profile/correction.component';
export { NotFoundComponent } from './not-found/not-found.component';
export { SessionEndComponent } from './session-end.component';
export { SignInFailedComponent } from './sign-in-failed/sign-in-failed.component';
export { showStartupFailure } from './startup-failure';
export { problemOfCall } from './ui/problem-of-call';

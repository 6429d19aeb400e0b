// The page MSAL's hidden iframe comes back to. It hands the answer to the tab that waits for it and
// loads nothing of the app. Opened by hand there is no answer: then it says so, and the link leads on.
// https://learn.microsoft.com/entra/msal/javascript/browser/v4-migration

/* global msalRedirectBridge */

msalRedirectBridge.broadcastResponseToMainFrame().catch(() => {
  document.title = 'Nothing to do here';
  const status = document.getElementById('status');
  if (status) status.textContent = 'There is no sign-in to finish on this page.';
});

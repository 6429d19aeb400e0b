// The page MSAL's hidden iframe comes back to. It hands the answer to the tab that waits for it and
// loads nothing of the app. A person sees it only when that is not how it was opened: then it says so,
// and the link leads on.
// https://learn.microsoft.com/entra/msal/javascript/browser/v4-migration

/* global msalRedirectBridge, window */

// In the hidden iframe nobody sees a style, and each sign-in would wait for one more request.
if (window.parent === window) {
  document.head.append(
    Object.assign(document.createElement('link'), { rel: 'stylesheet', href: 'redirect.css' }),
  );
}

const say = (text) => {
  document.title = text;
  document.getElementById('status').textContent = text;
};

try {
  await msalRedirectBridge.broadcastResponseToMainFrame();
  say('Done. You may close this page.');
} catch (error) {
  say(
    error.errorCode
      ? 'There is no sign-in to finish on this page.'
      : 'This page could not load. Go back to the start page and try again.',
  );
}

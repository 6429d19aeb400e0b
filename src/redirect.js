// The page MSAL's hidden iframe comes back to. It hands the answer to the tab that waits for it and
// loads nothing of the app. A person sees it only when that is not how it was opened: then it says so,
// and the link leads on.
// https://learn.microsoft.com/entra/msal/javascript/browser/v4-migration

/* global msalRedirectBridge, navigator, window */

// This page is one for all languages of the app, so it goes by the browser's.
const TEXTS = {
  de: {
    'Signing in': 'Anmeldung',
    'One moment…': 'Einen Moment…',
    'Go to the start page': 'Zur Startseite',
    'Done. You may close this page.': 'Fertig. Sie können diese Seite schließen.',
    'There is no sign-in to finish on this page.':
      'Auf dieser Seite ist keine Anmeldung abzuschließen.',
    'This page could not load. Go back to the start page and try again.':
      'Diese Seite konnte nicht geladen werden. Kehren Sie zur Startseite zurück, und versuchen Sie es noch einmal.',
  },
  ja: {
    'Signing in': 'サインイン',
    'One moment…': 'しばらくお待ちください…',
    'Go to the start page': 'スタート ページに移動',
    'Done. You may close this page.': '完了しました。このページを閉じてください。',
    'There is no sign-in to finish on this page.': 'このページで完了するサインインはありません。',
    'This page could not load. Go back to the start page and try again.':
      'このページを読み込めませんでした。スタート ページに戻って、もう一度お試しください。',
  },
  ar: {
    'Signing in': 'تسجيل الدخول',
    'One moment…': 'لحظة من فضلك…',
    'Go to the start page': 'الانتقال إلى صفحة البداية',
    'Done. You may close this page.': 'تم. يمكنك إغلاق هذه الصفحة.',
    'There is no sign-in to finish on this page.': 'لا يوجد تسجيل دخول لإكماله في هذه الصفحة.',
    'This page could not load. Go back to the start page and try again.':
      'تعذر تحميل هذه الصفحة. عُد إلى صفحة البداية وحاول مرة أخرى.',
  },
};
const language = navigator.language.split('-')[0];
const translate = (text) => TEXTS[language]?.[text] ?? text;

// In the hidden iframe nobody sees a text or a style, and each sign-in would wait for one more request.
if (window.parent === window) {
  if (TEXTS[language]) {
    document.documentElement.lang = language;
    document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';
    document.title = translate(document.title);
    for (const element of document.querySelectorAll('h1, p[role=status], a'))
      element.textContent = translate(element.textContent);
  }
  document.head.append(
    Object.assign(document.createElement('link'), { rel: 'stylesheet', href: 'redirect.css' }),
  );
}

const say = (text) => {
  document.title = translate(text);
  document.getElementById('status').textContent = document.title;
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

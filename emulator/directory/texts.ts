/** What people here write about. Several scripts, some markup-like text, nothing real. */

export const SUBJECTS: readonly [string, ...string[]] = [
  'Quarterly figures are in',
  'Lunch on Thursday?',
  'Re: Store opening in Bellevue',
  'Budget <draft> & open questions',
  'Your travel request was approved',
  '製品計画の見直しについて',
  'Besprechung verschoben',
  'مراجعة التصميم',
  'Actualización del proyecto',
  'План на следующую неделю',
  'Welcome to the team 🎉',
  'Minutes of our meeting',
  'Invoice 4711',
  'Please review: security training',
];

export const BODIES: readonly [string, ...string[]] = [
  'Hello, here are the figures we talked about. Let me know what you think.',
  'Könnten wir den Termin um eine Stunde verschieben? Danke und viele Grüße.',
  '来週の会議の資料を共有します。ご確認ください。',
  'مرحبا، يرجى مراجعة الملف المرفق قبل الغد.',
  'Thanks for your help yesterday. The customer was very happy with the result.',
  'Hola, adjunto el informe actualizado. Un saludo.',
  'Two things are still open: the price list, and who presents it on Monday.',
];

export const MEETINGS: readonly [string, ...string[]] = [
  'Team stand-up',
  'One to one',
  'Product review',
  '週次定例会議',
  'Planung zweites Halbjahr',
  'Customer call',
  'Design critique',
  'مقابلة مرشح',
  'Budget round',
];

/** Specs that `npm run e2e:nginx` leaves out, each with the reason: they bring a server of their own. */
export const NOT_BEHIND_NGINX: Readonly<Record<string, string>> = {
  'npm-start.spec.ts': 'npm start, with the server of ng serve, is what it tests',
  'thousand-calls.spec.ts': 'it serves the variant of the app that the benchmark builds',
};

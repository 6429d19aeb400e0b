import * as v from 'valibot';
import { plainAddress, userInfoRemedy } from './plain-address';

/** Parts of the schema of `config.json`; each message is the remedy that the error page shows. */

/** A text for which `holds` is true. */
export const text = (remedy: string, holds: (value: string) => boolean) =>
  v.pipe(v.string(remedy), v.check(holds, remedy));

/** As `text`, for an address; one with user info has a remedy of its own. */
export const address = (remedy: string, holds: (value: string) => boolean) =>
  v.pipe(
    v.string(remedy),
    v.check(
      (value) => userInfoRemedy(value) === undefined && holds(value),
      ({ input }) => userInfoRemedy(input) ?? remedy,
    ),
  );

/** A path of this origin: `//` would be another host. */
const isPagePath = (path: string) =>
  /^\/(?!\/)/.test(path) && plainAddress(`https://app.example${path}`, 'https:') !== undefined;

/** The path of a page of the app. */
export const pagePath = (fallback: string, purpose: string) =>
  v.optional(
    text(
      `Give the path of ${purpose} on this site, from "/" on and without query or fragment, such as "${fallback}"; or leave the field out.`,
      isPagePath,
    ),
    fallback,
  );

/** `true` or `false`, which is the default. */
export const flag = (meaning: string) =>
  v.optional(v.boolean(`Give true or false: ${meaning}.`), false);

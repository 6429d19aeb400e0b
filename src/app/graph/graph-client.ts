import { httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import * as v from 'valibot';
import { SETTINGS } from '../settings/settings';
import { Person } from './person';

/** A size in pixels that Graph has ready. */
const PHOTO_SIZE = '240x240';

/** Calls Microsoft Graph v1.0. Each method needs an injection context. */
@Service()
export class GraphClient {
  private readonly url = `${inject(SETTINGS).graphBaseUrl}/v1.0`;

  /**
   * Loads the signed-in person. Errors: HttpErrorResponse, TokenError, or ValiError for a response that is no `user`.
   * @param account id of the active account: another one reloads, undefined loads nothing
   * @see https://learn.microsoft.com/graph/api/user-get
   */
  me(account: () => string | undefined): HttpResourceRef<Person | undefined> {
    return httpResource(
      () =>
        account() === undefined
          ? undefined
          : { url: `${this.url}/me`, params: { $select: Object.keys(Person.entries).join() } },
      { parse: (body) => v.parse(Person, body) },
    );
  }

  /**
   * Loads the photo of the signed-in person; the error is a 404 when they have none.
   * @param account as for `me`
   * @see https://learn.microsoft.com/graph/api/profilephoto-get
   */
  myPhoto(account: () => string | undefined): HttpResourceRef<Blob | undefined> {
    return httpResource.blob(() =>
      account() === undefined ? undefined : `${this.url}/me/photos/${PHOTO_SIZE}/$value`,
    );
  }
}

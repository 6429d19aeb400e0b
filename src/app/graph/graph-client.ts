import { httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import * as v from 'valibot';
import { SETTINGS } from '../settings/settings';
import { Person } from './person';

/** In pixels; a size that Graph has ready. */
const PHOTO_SIZE = '240x240';

/** The calls to Microsoft Graph v1.0. Each needs an injection context. */
@Service()
export class GraphClient {
  private readonly url = `${inject(SETTINGS).graphBaseUrl}/v1.0`;

  /**
   * Returns the signed-in person. Errors are HttpErrorResponse, or ValiError when the response is no `user`.
   * @param account id of the active account; another one loads again, none loads nothing
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
   * Returns the photo of the signed-in person; the error is 404 when they have none.
   * @param account as for `me`
   * @see https://learn.microsoft.com/graph/api/profilephoto-get
   */
  myPhoto(account: () => string | undefined): HttpResourceRef<Blob | undefined> {
    return httpResource.blob(() =>
      account() === undefined ? undefined : `${this.url}/me/photos/${PHOTO_SIZE}/$value`,
    );
  }
}

import { httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import * as v from 'valibot';
import { SETTINGS } from '../settings/settings';
import { Person } from './person';

/** Pixels of the square photo asked for; Graph keeps this size ready. */
const PHOTO_SIZE = '240x240';

/** The calls this app makes to Microsoft Graph v1.0. Each is to be made in an injection context. */
@Service()
export class GraphClient {
  private readonly url = `${inject(SETTINGS).graphBaseUrl}/v1.0`;

  /**
   * The person signed in. Errors are HttpErrorResponse, or ValiError when the answer is no `user`.
   * @param account id of the account the app acts for; another one loads anew, none loads nothing
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
   * The photo of the person signed in; the error is 404 when they have none.
   * @param account as for `me`
   * @see https://learn.microsoft.com/graph/api/profilephoto-get
   */
  myPhoto(account: () => string | undefined): HttpResourceRef<Blob | undefined> {
    return httpResource.blob(() =>
      account() === undefined ? undefined : `${this.url}/me/photos/${PHOTO_SIZE}/$value`,
    );
  }
}

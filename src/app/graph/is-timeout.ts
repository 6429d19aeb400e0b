import type { HttpErrorResponse } from '@angular/common/http';

/** Whether a call failed because its time was up. */
export function isTimeout({ error }: HttpErrorResponse): boolean {
  return error instanceof DOMException && error.name === 'TimeoutError';
}

import type { HttpErrorResponse } from '@angular/common/http';

/** Whether a call failed by its time limit. */
export function isTimeout({ error }: HttpErrorResponse): boolean {
  return error instanceof DOMException && error.name === 'TimeoutError';
}

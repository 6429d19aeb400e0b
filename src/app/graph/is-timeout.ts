import type { HttpErrorResponse } from '@angular/common/http';

export function isTimeout({ error }: HttpErrorResponse): boolean {
  return error instanceof DOMException && error.name === 'TimeoutError';
}

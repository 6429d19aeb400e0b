import type { Server, ServerResponse } from 'node:http';

/**
 * Ends a server as a host ends at SIGTERM: it stops listening, and answers that have begun are sent whole.
 *
 * @param patience milliseconds after which what still runs is broken off; 0 breaks it off at once
 */
export function closeGently(server: Server, patience: number): Promise<void> {
  return new Promise((resolve) => {
    const breakOff = () => {
      server.closeAllConnections();
    };
    const timer = setTimeout(breakOff, patience);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    if (patience === 0) breakOff();
    // A connection that is kept alive would hold the server open after its last answer.
    server.prependListener('request', (_request, response: ServerResponse) => {
      response.shouldKeepAlive = false;
    });
    const sweep = setInterval(() => {
      server.closeIdleConnections();
    }, 50);
    server.once('close', () => {
      clearInterval(sweep);
    });
  });
}

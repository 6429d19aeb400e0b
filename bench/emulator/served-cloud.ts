import { startLocalCloud } from '../../emulator/index.ts';
import { tokensFor } from '../../emulator/test-browser.ts';

/** The process the benchmark measures: a cloud with one person signed in, that tells its memory. */

const cloud = await startLocalCloud({ port: 0 });
const tokens = await tokensFor(cloud, 'adele@contoso.example');

process.on('message', () => {
  globalThis.gc?.();
  process.send?.({ heap: process.memoryUsage().heapUsed });
});
process.once('disconnect', () => void cloud.close());
process.send?.({
  url: cloud.url,
  accessToken: tokens.access_token,
  refreshToken: tokens.refresh_token,
});

import { after, before, beforeEach } from 'node:test';
import { startLocalCloud } from './index.ts';
import type { LocalCloud, LocalCloudOptions } from './index.ts';

/** For tests: one cloud for the tests around it, on any free port, and as new for each of them. */
export function testCloud(options: LocalCloudOptions = {}): LocalCloud {
  let running: LocalCloud;
  before(async () => {
    running = await startLocalCloud({ port: 0, ...options });
  });
  beforeEach(() => {
    running.reset();
  });
  after(() => running.close());
  return {
    get url() {
      return running.url;
    },
    get log() {
      return running.log;
    },
    get faults() {
      return running.faults;
    },
    get people() {
      return running.people;
    },
    reset: () => {
      running.reset();
    },
    close: (patience) => running.close(patience),
  };
}

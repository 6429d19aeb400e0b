import { connect } from 'node:net';
import type { StartPlan } from './start-plan.ts';

/**
 * Looks whether the ports are free.
 *
 * @param command what the person typed, for the remedy
 * @returns a sentence for each that is taken, with a remedy that ends no program
 */
export async function takenPorts(
  { app, cloud, api }: Pick<StartPlan, 'app' | 'cloud'> & Partial<Pick<StartPlan, 'api'>>,
  command: 'npm start' | 'npm run preview',
): Promise<string[]> {
  const sentences: string[] = [];
  if (await isTaken(app)) {
    sentences.push(
      `Port ${app}, which the app needs, is taken, perhaps by another ${command}: end that, or take another port with ${command} -- --port ${app + 100}`,
    );
  }
  if (cloud !== undefined && (await isTaken(cloud))) {
    sentences.push(
      `Port ${cloud}, which the local cloud needs, is taken, perhaps by another ${command}: end that, or take another port with "localCloud": "http://localhost:${cloud + 100}" in public/config.json`,
    );
  }
  if (api !== undefined && (await isTaken(api))) {
    sentences.push(
      `Port ${api}, which the example API needs, is taken, perhaps by another ${command}: end that, leave the API off with ${command} -- --no-api, or give "apis" in public/config.json another port`,
    );
  }
  return sentences;
}

function isTaken(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: 'localhost', port });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => {
      resolve(false);
    });
  });
}

/* What the built command starts with. */

export { createNodeHost, outputTaken } from '../../host/node-host.ts';
export { main } from '../main.ts';

/** Does the work of a thread: it listens for projects from here on. */
export const runThread = (): Promise<unknown> => import('../../run/threads/thread.ts');

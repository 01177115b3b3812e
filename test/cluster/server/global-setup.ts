import { writeFileSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { recorded } from '../report/record.ts';
import { startCluster } from './start-cluster.ts';

/** Starts the API server for all test files of a run. Returns what ends it, and leaves the counts where run.ts looks. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { connection, stop } = await startCluster();
  project.provide('cluster', connection);
  return async () => {
    const target = process.env.BITESIZE_CLUSTER_RESULTS;
    if (target !== undefined) writeFileSync(target, JSON.stringify(recorded(connection.folder)));
    await stop();
  };
}

import type { Publisher } from '../../../../jenkins/publishers/all-publishers.ts';
import type { JobPublisher } from '../../../../schema/generated/located.ts';
import type { NodeTable } from './nodes-of.ts';

/** How the things of the spec become nodes of the job. */
export const publisherNodes: NodeTable<JobPublisher, Publisher> = {
  fingerprint: ({ files }, origin) => ({ kind: 'fingerprint', targets: files, origin }),
};

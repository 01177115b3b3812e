/** A build result, as Jenkins orders them; a trigger fires at this one and better ones. */
export type Threshold = 'SUCCESS' | 'UNSTABLE' | 'FAILURE' | 'ABORTED';

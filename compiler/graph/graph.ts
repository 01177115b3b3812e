import type { Origin } from '../text/origin.ts';

/** What a node of the picture stands for. */
export type GraphNodeKind =
  | 'controller'
  | 'project'
  | 'component'
  | 'pull-requests'
  | 'image'
  | 'environment'
  | 'approval'
  | 'test'
  | 'job'
  | 'service'
  | 'third-party';

/** One box of the picture. */
export interface GraphNode {
  /** Unique in the graph: kind and names, such as `image:web`. */
  readonly id: string;
  readonly kind: GraphNodeKind;
  readonly label: string;
  /** The Jenkins job that does the work, where there is one. */
  readonly job?: string;
  /** The environment that the node belongs to; its nodes are drawn in one frame. */
  readonly group?: string;
  readonly origin: Origin;
}

/** One arrow: what starts or feeds what. */
export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly label?: string;
}

/** The pipeline of a project as a picture: from sources to environments. */
export interface Graph {
  readonly project: string;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

import type { ItemBase } from './base.ts';
import type { ItemNode } from './node.ts';
import type { Text, Valued } from './text.ts';

/** A view of jobs. */
export type View = ListView | BuildPipelineView | NestedView | DashboardView | DeliveryPipelineView;

/** A column of a list. */
export type Column =
  | 'status'
  | 'weather'
  | 'name'
  | 'lastSuccess'
  | 'lastFailure'
  | 'lastDuration'
  | 'buildButton';

/** What the views have in common. */
interface FilteredView extends ItemBase {
  readonly filterBuildQueue?: Valued<boolean> | undefined;
  readonly filterExecutors?: Valued<boolean> | undefined;
}

/** What views with a list of jobs have in common. */
interface JobListView extends FilteredView {
  /** Names of jobs as seen from the view's folder. */
  readonly jobs?: readonly Text[] | undefined;
  /** Regular expression for the names of more jobs. */
  readonly regex?: Text | undefined;
  readonly columns: readonly Column[];
  readonly recurse?: Valued<boolean> | undefined;
  readonly statusFilter?: 'ENABLED' | 'DISABLED' | undefined;
}

/** A list of jobs. */
export interface ListView extends JobListView {
  readonly kind: 'list-view';
}

/** A list of jobs with portlets, of the Dashboard View plugin. */
export interface DashboardView extends JobListView {
  readonly kind: 'dashboard-view';
}

/** A chain of jobs, of the Build Pipeline plugin. */
export interface BuildPipelineView extends FilteredView {
  readonly kind: 'build-pipeline-view';
  readonly selectedJob: Text;
  readonly title?: Text | undefined;
  readonly displayedBuilds?: Valued<number> | undefined;
  readonly alwaysAllowManualTrigger?: Valued<boolean> | undefined;
  readonly showPipelineParameters?: Valued<boolean> | undefined;
  /** In seconds. */
  readonly refreshFrequency?: Valued<number> | undefined;
}

/** Views in a view, of the Nested View plugin. The names of the inner views are their own, without a folder. */
export interface NestedView extends FilteredView {
  readonly kind: 'nested-view';
  readonly views: readonly View[];
  readonly columns?: readonly ('status' | 'weather')[] | undefined;
}

/** Pipelines of jobs, of the Delivery Pipeline plugin. */
export interface DeliveryPipelineView extends ItemBase {
  readonly kind: 'delivery-pipeline-view';
  readonly pipelineInstances?: Valued<number> | undefined;
  readonly components: readonly DeliveryComponent[];
}

/** One pipeline, from its first job on. */
export interface DeliveryComponent extends ItemNode {
  readonly name: Text;
  readonly firstJob: Text;
}

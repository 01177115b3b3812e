import type { Item } from '../item.ts';
import { type PluginUses, use } from './plugin-use.ts';

/** What items need beyond what is in them. */
export const itemUses: PluginUses<Item> = {
  folder: use('DslFactory', 'folder', 'jobs are in folders'),
  freestyle: 'core',
  pipeline: use('DslFactory', 'pipelineJob', 'jobs are pipelines'),
  multibranch: use('DslFactory', 'multibranchPipelineJob', 'jobs are multibranch pipelines'),
  'list-view': 'core',
  'dashboard-view': use('ViewFactory', 'dashboardView', 'views are dashboards'),
  'build-pipeline-view': use('ViewFactory', 'buildPipelineView', 'views show build pipelines'),
  'nested-view': use('ViewFactory', 'nestedView', 'views hold views'),
  'delivery-pipeline-view': use('ViewFactory', 'deliveryPipelineView', 'views show delivery pipelines'),
};

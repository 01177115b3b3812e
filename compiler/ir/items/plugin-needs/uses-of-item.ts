import type { FreestyleJob } from '../freestyle.ts';
import type { Item } from '../item.ts';
import type { Property } from '../properties.ts';
import type { Scm } from '../scm.ts';
import { bindingUses, builderUses, publisherUses, wrapperUses } from './freestyle-uses.ts';
import { itemUses } from './item-uses.ts';
import {
  branchSourceUses,
  definitionUses,
  gitExtensionUses,
  parameterUses,
  propertyUses,
  scmUses,
  triggerUses,
} from './job-uses.ts';
import type { NeedCollector } from './need-collector.ts';

/** Tells the collector of an item and of everything in it. */
export function usesOfItem(item: Item, collector: NeedCollector): void {
  collector.nodes(itemUses, [item]);
  switch (item.kind) {
    case 'freestyle':
      freestyle(item, collector);
      break;
    case 'pipeline':
      properties(item.properties, collector);
      collector.nodes(triggerUses, item.triggers);
      collector.nodes(definitionUses, [item.definition]);
      if (item.definition.kind === 'cps-scm') scm(item.definition.scm, collector);
      break;
    case 'multibranch':
      collector.nodes(branchSourceUses, item.sources);
      break;
    case 'nested-view':
      for (const view of item.views) usesOfItem(view, collector);
      break;
    default:
      break;
  }
  for (const { xml, origin } of item.fragments ?? []) collector.fragment(xml, origin);
}

function freestyle(job: FreestyleJob, collector: NeedCollector): void {
  properties(job.properties, collector);
  if (job.scm !== undefined) scm(job.scm, collector);
  collector.nodes(triggerUses, job.triggers);
  collector.nodes(wrapperUses, job.wrappers);
  for (const wrapper of job.wrappers ?? []) {
    if (wrapper.kind === 'credentials-binding') collector.nodes(bindingUses, wrapper.bindings);
  }
  collector.nodes(builderUses, job.builders);
  collector.nodes(publisherUses, job.publishers);
}

function properties(all: readonly Property[] | undefined, collector: NeedCollector): void {
  collector.nodes(propertyUses, all);
  for (const property of all ?? []) {
    if (property.kind === 'parameters') collector.nodes(parameterUses, property.parameters);
  }
}

function scm(checkout: Scm, collector: NeedCollector): void {
  collector.nodes(scmUses, [checkout]);
  collector.nodes(gitExtensionUses, checkout.extensions);
}

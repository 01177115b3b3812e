import type { Valued } from '../../../compiler/ir/items/text.ts';
import type { XmlElement } from '../../../compiler/print/xml-element.ts';
import { leaf, typed } from '../element.ts';

/** Settings that every view has. */
interface ViewFilters {
  readonly filterExecutors?: Valued<boolean> | undefined;
  readonly filterBuildQueue?: Valued<boolean> | undefined;
}

/** Returns the elements that every view starts with. */
export function viewHead({ filterExecutors, filterBuildQueue }: ViewFilters): XmlElement[] {
  return [
    leaf('filterExecutors', filterExecutors ?? false),
    leaf('filterQueue', filterBuildQueue ?? false),
    typed('properties', 'hudson.model.View$PropertyList'),
  ];
}

import type { XmlElement } from '../../print/xml-element.ts';
import type { Item } from './item.ts';
import type { ItemNode } from './node.ts';

/**
 * An element of config.xml that the specs cannot say otherwise. It goes behind what is in its place; directly below
 * the root (`at` is empty) it replaces an element of the same name.
 */
export interface Fragment extends ItemNode {
  /** One of fragmentPlaces: an element below the root, which is made if it is not there, or empty for the root. */
  readonly at: string;
  readonly xml: XmlElement;
}

/** Where fragments can go, for each kind of item: elements that hold elements, never a text. */
export const fragmentPlaces: { readonly [Kind in Item['kind']]: readonly string[] } = {
  freestyle: ['', 'actions', 'properties', 'scm', 'triggers', 'builders', 'publishers', 'buildWrappers'],
  pipeline: ['', 'actions', 'properties', 'triggers', 'definition'],
  folder: ['', 'actions', 'properties', 'folderViews', 'healthMetrics'],
  multibranch: ['', 'properties', 'healthMetrics', 'triggers', 'sources', 'factory'],
  'list-view': ['', 'properties', 'jobFilters', 'columns'],
  'dashboard-view': [
    '',
    'properties',
    'jobFilters',
    'columns',
    'leftPortlets',
    'rightPortlets',
    'topPortlets',
    'bottomPortlets',
  ],
  'build-pipeline-view': ['', 'properties'],
  'nested-view': ['', 'properties', 'views'],
  'delivery-pipeline-view': ['', 'properties', 'componentSpecs'],
};

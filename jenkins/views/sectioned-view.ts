import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type { Sourced } from '../../compiler/text/sourced.ts';
import type {
  FolderSection,
  JobGraphsSection,
  ListSection,
  TextSection,
  ViewListingSection,
} from '../../schema/generated/located.ts';
import { itemThing } from '../shared/item-thing.ts';
import type { NeedCollector } from '../shared/need-collector.ts';
import { elementsOf, use } from '../shared/plugin-use.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import { type NodeOf, type Thing, thingFamily } from '../shared/thing.ts';
import { element, leaf, optional } from '../shared/xml.ts';
import { jobFilterElements, noteJobFilters } from './job-filters.ts';
import { jobNames } from './list-view.ts';
import {
  type Column,
  columnElements,
  type FilteredView,
  filteredViewCalls,
  noteColumns,
  viewHead,
} from './view-base.ts';

/** Lists, texts and links in sections. */
export interface SectionedView extends FilteredView {
  readonly kind: 'sectioned-view';
  readonly sections: readonly Section[];
}

/** A list of jobs in a view. */
interface ListSectionNode extends SpecNode<'list', ListSection> {
  readonly columns: readonly Column[];
}

/** What all sections have. */
type Place = Pick<TextSection, 'name' | 'width' | 'alignment'>;

/** Which jobs a section shows. */
type Shown = Pick<ListSection, 'jobs' | 'regex' | 'regex_on_all_jobs' | 'job_filters'>;

const PACKAGE = 'hudson.plugins.sectioned__view';
const needs = elementsOf('sectioned-view', 'views have sections', '1.26');

/*
 * The fields of each class in their order, those of the class above it first; they were read in 2026-11, in the
 * plugin's source of 2026-04.
 */
const list: Thing<ListSectionNode> = {
  kind: 'list',
  needs,
  xml: ({ spec, columns }) =>
    section('ListViewSection', spec, spec, [element('columns', columnElements(columns))]),
  inside: ({ spec, columns }, collector) => {
    noteColumns(columns, collector);
    noteShown(spec, collector);
  },
};

const text: Thing<SpecNode<'text', TextSection>> = {
  kind: 'text',
  needs,
  xml: ({ spec }) =>
    section('TextSection', spec, undefined, [leaf('text', spec.text), leaf('style', upperCase(spec.style))]),
};

const viewListing: Thing<SpecNode<'view-listing', ViewListingSection>> = {
  kind: 'view-listing',
  needs,
  xml: ({ spec }) =>
    section('ViewListingSection', spec, undefined, [
      element(
        'views',
        spec.views.map((view) => leaf('string', view)),
      ),
      leaf('columns', spec.columns),
    ]),
};

const jobGraphs: Thing<SpecNode<'job-graphs', JobGraphsSection>> = {
  kind: 'job-graphs',
  needs,
  xml: ({ spec }) => section('JobGraphsSection', spec, spec, []),
  inside: ({ spec }, collector) => noteShown(spec, collector),
};

const folder: Thing<SpecNode<'folder', FolderSection>> = {
  kind: 'folder',
  needs,
  xml: ({ spec }) =>
    section('FolderViewSection', spec, spec, [
      leaf('viewColumns', spec.view_columns),
      leaf('folderLevels', spec.folder_levels),
      leaf('hideJobs', spec.hide_jobs),
      leaf('regexFilter', spec.regex_filter),
    ]),
  inside: ({ spec }, collector) => noteShown(spec, collector),
};

const things = [list, text, viewListing, jobGraphs, folder] as const;

/** A section of a view. */
export type Section = NodeOf<typeof things>;

const sections = thingFamily(things);

/** Lists, texts and links in sections, by the Sectioned View plugin. */
export const sectionedView = itemThing<SectionedView>({
  kind: 'sectioned-view',
  isView: true,
  fragmentPlaces: ['', 'properties', 'sections'],
  needs: use('ViewFactory', 'sectionedView', 'views have sections', '1.26'),
  xml: (view) =>
    element(`${PACKAGE}.SectionedView`, [
      ...viewHead(view),
      element('sections', sections.elements(view.sections)),
      ...optional('description', view.description),
    ]),
  method: 'sectionedView',
  dsl: filteredViewCalls,
  inside: (view, collector) => sections.needs(view.sections, collector),
});

function section(
  type: string,
  place: Place,
  shown: Shown | undefined,
  content: readonly XmlElement[],
): XmlElement {
  return element(`${PACKAGE}.${type}`, [
    element('jobNames', jobNames(shown?.jobs)),
    element('jobFilters', jobFilterElements(shown?.job_filters ?? [])),
    leaf('name', place.name),
    ...optional('includeRegex', shown?.regex),
    leaf('executingRegexOnAllJobs', shown?.regex_on_all_jobs ?? false),
    leaf('width', upperCase(place.width)),
    leaf('alignment', upperCase(place.alignment)),
    ...content,
  ]);
}

function noteShown({ job_filters }: Shown, collector: NeedCollector): void {
  noteJobFilters(job_filters, collector);
}

/** The constants of Java are our words in capitals, with `_` for `-`. */
function upperCase(word: Sourced<string>): Sourced<string> {
  return word.map((name) => name.toUpperCase().replaceAll('-', '_'));
}

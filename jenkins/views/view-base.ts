import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type { Valued } from '../../compiler/text/traced-text.ts';
import type { DslWriter } from '../shared/dsl-writer.ts';
import type { ItemBase } from '../shared/node.ts';
import { element, leaf, typed } from '../shared/xml.ts';

/** What most views have in common. */
export interface FilteredView extends ItemBase {
  readonly filterBuildQueue?: Valued<boolean> | undefined;
  readonly filterExecutors?: Valued<boolean> | undefined;
}

const COLUMNS = {
  status: 'hudson.views.StatusColumn',
  weather: 'hudson.views.WeatherColumn',
  name: 'hudson.views.JobColumn',
  lastSuccess: 'hudson.views.LastSuccessColumn',
  lastFailure: 'hudson.views.LastFailureColumn',
  lastDuration: 'hudson.views.LastDurationColumn',
  buildButton: 'hudson.views.BuildButtonColumn',
} as const;

/** A column of a list. */
export type Column = keyof typeof COLUMNS;

/** Returns the elements that every view starts with. */
export function viewHead({
  filterExecutors,
  filterBuildQueue,
}: Pick<FilteredView, 'filterBuildQueue' | 'filterExecutors'>): XmlElement[] {
  return [
    leaf('filterExecutors', filterExecutors ?? false),
    leaf('filterQueue', filterBuildQueue ?? false),
    typed('properties', 'hudson.model.View$PropertyList'),
  ];
}

/** Writes the calls that most views start with. */
export function filteredViewCalls(view: FilteredView, dsl: DslWriter): void {
  dsl.given('description', view.description);
  dsl.given('filterBuildQueue', view.filterBuildQueue);
  dsl.given('filterExecutors', view.filterExecutors);
}

/** Returns the elements of columns. */
export function columnElements(columns: readonly Column[]): XmlElement[] {
  return columns.map((column) => element(COLUMNS[column]));
}

/** Writes the `columns` block, if there are any. */
export function columnCalls(columns: readonly Column[], dsl: DslWriter): void {
  if (columns.length === 0) return;
  dsl.block('columns', () => {
    for (const column of columns) dsl.call(column);
  });
}

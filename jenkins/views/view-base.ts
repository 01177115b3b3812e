import type { XmlElement } from '../../compiler/print/xml-element.ts';
import { Sourced } from '../../compiler/text/sourced.ts';
import { plainValue, type Valued } from '../../compiler/text/traced-text.ts';
import type { DslWriter } from '../shared/dsl-writer.ts';
import type { NeedCollector } from '../shared/need-collector.ts';
import type { ItemBase } from '../shared/node.ts';
import { saved } from '../shared/saved.ts';
import { element, from, leaf, typed } from '../shared/xml.ts';
import { type ColumnNode, columns } from './columns.ts';

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

/** A column of a list: one that Job DSL has a method for, or another one. */
export type Column = Valued<keyof typeof COLUMNS> | ColumnNode;

/** The columns of a new view. */
export const usualColumns = Object.keys(COLUMNS) as readonly (keyof typeof COLUMNS)[];

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
export function columnElements(list: readonly Column[]): readonly XmlElement[] {
  return list.flatMap((column) => (isCalled(column) ? [calledColumn(column)] : columns.plain([column])));
}

/**
 * Returns the element of the columns: in its place where Job DSL has methods for all of them, otherwise behind the
 * others, where a configure block makes it as a whole.
 */
export function columnParts(list: readonly Column[]): {
  readonly inPlace: readonly XmlElement[];
  readonly behind: readonly XmlElement[];
} {
  const whole = element('columns', columnElements(list));
  return list.every(isCalled)
    ? { inPlace: [whole], behind: [] }
    : { inPlace: [], behind: [saved(whole, 'columns')] };
}

/** Writes the `columns` block, if there are any, and Job DSL has methods for all of them. */
export function columnCalls(list: readonly Column[], dsl: DslWriter): void {
  const called = list.filter(isCalled);
  if (called.length === 0 || called.length < list.length) return;
  dsl.block('columns', () => {
    for (const column of called) {
      if (column instanceof Sourced) dsl.from(column.origin, () => dsl.call(column.value));
      else dsl.call(column);
    }
  });
}

/** Notes the plugins of columns. */
export function noteColumns(list: readonly Column[], needs: NeedCollector): void {
  columns.needs(
    list.filter((column): column is ColumnNode => !isCalled(column)),
    needs,
  );
}

/**
 * Returns the settings of a view that Job DSL's template has, each with the template's value: those that keep it in
 * their place, and the others as what a configure block writes behind.
 */
export function settingParts(
  settings: readonly (readonly [
    name: string,
    value: Valued<string> | Valued<number> | Valued<boolean>,
    template: string,
  ])[],
): { readonly inPlace: readonly XmlElement[]; readonly behind: readonly XmlElement[] } {
  const isKept = (value: (typeof settings)[number][1], template: string) =>
    String(plainValue<string | number | boolean>(value)) === template;
  return {
    inPlace: settings
      .filter(([, value, kept]) => isKept(value, kept))
      .map(([name, value]) => leaf(name, value)),
    behind: settings
      .filter(([, value, kept]) => !isKept(value, kept))
      .map(([name, value]) => saved(leaf(name, value), name)),
  };
}

function calledColumn(column: Valued<keyof typeof COLUMNS>): XmlElement {
  const called = element(COLUMNS[plainValue(column)]);
  return column instanceof Sourced ? from(column.origin, called) : called;
}

function isCalled(column: Column): column is Valued<keyof typeof COLUMNS> {
  return typeof column === 'string' || column instanceof Sourced;
}

import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type { PlotChart, PlotPublisher, PlotSeries } from '../../schema/generated/located.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf } from '../shared/xml.ts';
import { elementsOfSpecs, joined, listed } from './spec-elements.ts';

const PACKAGE = 'hudson.plugins.plot';

/** Plots numbers of builds (`PlotPublisher`, `Plot` and `Series` of the Plot plugin, read 2026-08). */
export const plot: Thing<SpecNode<'plot', PlotPublisher>> = {
  kind: 'plot',
  needs: elementsOf('plot', 'jobs plot numbers of their builds', '2.1.2'),
  xml: ({ spec }) => element(`${PACKAGE}.PlotPublisher`, [elementsOfSpecs('plots', spec.plots, plotElement)]),
};

function plotElement(chart: PlotChart, index: number): XmlElement {
  return element(`${PACKAGE}.Plot`, [
    leaf('title', chart.title),
    leaf('description', chart.description),
    leaf('yaxis', chart.yaxis),
    elementsOfSpecs('series', chart.series, seriesElement),
    leaf('group', chart.group),
    leaf('numBuilds', chart.num_builds),
    leaf('csvFileName', chart.csv_file_name ?? `plot-${index + 1}.csv`),
    leaf('csvLastModification', 0),
    leaf('style', chart.style),
    leaf('useDescr', chart.use_description),
    leaf('keepRecords', chart.keep_records),
    leaf('exclZero', chart.exclude_zero_yaxis),
    leaf('logarithmic', chart.logarithmic_yaxis),
    leaf('yaxisMinimum', chart.yaxis_minimum),
    leaf('yaxisMaximum', chart.yaxis_maximum),
  ]);
}

function seriesElement(series: PlotSeries): XmlElement {
  const common = [
    leaf('file', series.file),
    leaf('label', series.format.value === 'properties' ? series.label : ''),
    leaf('fileType', series.format),
  ];
  switch (series.format.value) {
    case 'properties':
      return element(`${PACKAGE}.PropertiesSeries`, common);
    case 'csv':
      return element(`${PACKAGE}.CSVSeries`, [...common, ...csvContent(series)]);
    case 'xml':
      return element(`${PACKAGE}.XMLSeries`, [
        ...common,
        leaf('xpathString', series.xpath ?? ''),
        leaf('url', series.url),
        leaf(
          'nodeTypeString',
          series.xpath_type.map((type) => type.toUpperCase()),
        ),
      ]);
  }
}

/** The plugin keeps the columns as they were written, as a list, and as the set that it looks into. */
function csvContent({ inclusion_flag: flag, exclude, url, display_table: table }: PlotSeries): XmlElement[] {
  const isOff = flag.value === 'off';
  const set = flag.value.endsWith('column')
    ? listed('colExclusionSet', 'int', exclude)
    : listed('strExclusionSet', 'string', exclude);
  return [
    ...(isOff ? [] : [set]),
    leaf(
      'inclusionFlag',
      flag.map((value) => value.toUpperCase().replaceAll('-', '_')),
    ),
    ...(isOff ? [] : [joined('exclusionValues', exclude), listed('exclusionValuesList', 'string', exclude)]),
    leaf('url', url),
    leaf('displayTableFlag', table),
  ];
}

import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type { XunitPublisher, XunitThreshold, XunitTool } from '../../schema/generated/located.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { element, from, leaf, optional } from '../shared/xml.ts';
import { elementsOfSpecs } from './spec-elements.ts';

/** Classes of the tools, which the plugin saves without their package. */
const classes: { readonly [Tool in XunitTool['type']['value']]: string } = {
  aunit: 'AUnitJunitHudsonTestType',
  boosttest: 'BoostTestJunitHudsonTestType',
  check: 'CheckType',
  cpptest: 'CppTestJunitHudsonTestType',
  cppunit: 'CppUnitJunitHudsonTestType',
  ctest: 'CTestType',
  cunit: 'CUnitJunitHudsonTestType',
  custom: 'CustomType',
  dotnettest: 'XUnitDotNetTestType',
  embunit: 'EmbUnitType',
  fpcunit: 'FPCUnitJunitHudsonTestType',
  gtest: 'GoogleTestType',
  gtester: 'GTesterJunitHudsonTestType',
  junit: 'JUnitType',
  mbunit: 'MbUnitType',
  mstest: 'MSTestJunitHudsonTestType',
  nunit: 'NUnitJunitHudsonTestType',
  nunit3: 'NUnit3TestType',
  phpunit: 'PHPUnitJunitHudsonTestType',
  qtest: 'QTestLibType',
  unittest: 'UnitTestJunitHudsonTestType',
  valgrind: 'ValgrindJunitHudsonTestType',
};

const modes = { number: 1, percent: 2 } as const;

/**
 * Publishes test results of many tools by the xUnit plugin (`XUnitPublisher` 3.1, read 2026-08). The plugin names the
 * class `xunit` and the field of the tools `types` when it saves (`AliasInitializer`).
 */
export const xunit: Thing<SpecNode<'xunit', XunitPublisher>> = {
  kind: 'xunit',
  needs: elementsOf('xunit', 'jobs publish test results of many tools', '3.1.0'),
  xml: ({ spec }) =>
    element('xunit', [
      elementsOfSpecs('types', spec.types, toolElement),
      element('thresholds', [
        ...thresholdElement('Failed', spec.thresholds.failed),
        ...thresholdElement('Skipped', spec.thresholds.skipped),
      ]),
      leaf(
        'thresholdMode',
        spec.threshold_mode.map((mode) => modes[mode]),
      ),
      element('extraConfiguration', [
        leaf('testTimeMargin', spec.test_time_margin),
        leaf('sleepTime', spec.sleep_time),
        leaf('reduceLog', spec.reduce_log),
        leaf('followSymlink', spec.follow_symlink),
        leaf('skipPublishingChecks', spec.skip_publishing_checks),
        ...optional('checksName', spec.checks_name),
      ]),
    ]),
};

function toolElement(tool: XunitTool): XmlElement {
  return element(classes[tool.type.value], [
    leaf('pattern', tool.pattern),
    ...optional('excludesPattern', tool.excludes),
    leaf('skipNoTestFiles', tool.skip_if_no_test_files),
    leaf('failIfNotNew', tool.require_update),
    leaf('deleteOutputFiles', tool.delete_output),
    leaf('stopProcessingIfError', tool.stop_on_error),
    ...(tool.type.value === 'custom' ? optional('customXSL', tool.custom_xsl) : []),
  ]);
}

function thresholdElement(name: string, threshold: XunitThreshold | undefined): XmlElement[] {
  if (threshold === undefined) return [];
  const content = [
    ...optional('unstableThreshold', threshold.unstable),
    ...optional('unstableNewThreshold', threshold.unstable_new),
    ...optional('failureThreshold', threshold.failure),
    ...optional('failureNewThreshold', threshold.failure_new),
  ];
  return [
    from(threshold.$.origin, element(`org.jenkinsci.plugins.xunit.threshold.${name}Threshold`, content)),
  ];
}

import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type { Valued } from '../../compiler/text/traced-text.ts';
import { assertNever } from '../../compiler/util/assert-never.ts';
import type { TimeoutWrapper as TimeoutSpec } from '../../schema/generated/located.ts';
import type { ItemNode } from '../shared/node.ts';
import { orSpec } from '../shared/or-spec.ts';
import { elementsOf, use, WRAPPERS } from '../shared/plugin-use.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf, optional, typed } from '../shared/xml.ts';

/** Aborts the build after a time. */
export interface TimeoutWrapper extends ItemNode {
  readonly kind: 'timeout';
  readonly minutes: Valued<number>;
}

const PACKAGE = 'hudson.plugins.build_timeout';

/** `_` in a class, as XStream writes it in the name of an element. */
const ELEMENT_PACKAGE = 'hudson.plugins.build__timeout';

const reason = 'jobs stop after a time limit';
const operationsOfToday = elementsOf('build-timeout', reason, '1.17');

/** Aborts the build after a time, by the Build Timeout plugin. */
const made: Thing<TimeoutWrapper> = {
  kind: 'timeout',
  needs: use(WRAPPERS, 'timeout', reason),
  xml: ({ minutes }) => wrapper([absolute(minutes), element('operationList')]),
  dsl: ({ minutes }, dsl) => dsl.block('timeout', () => dsl.call('absolute', minutes)),
};

/**
 * Ends the build after a time, by the Build Timeout plugin. What a spec says has the elements that the plugin saves
 * (`BuildTimeoutWrapper`, read 2026-11): the methods of Job DSL know neither deadlines nor variables.
 */
export const timeout = orSpec<TimeoutWrapper, SpecNode<'timeout', TimeoutSpec>>(made, {
  xml: ({ spec }) =>
    wrapper([
      strategy(spec),
      ...optional('timeoutEnvVar', spec.timeout_var),
      element('operationList', operations(spec)),
    ]),
  inside: ({ spec, origin }, needs) => {
    needs.use(operationsOfToday, origin);
    if (spec.abort_and_restart.value) needs.use(restarts, origin);
  },
});

const restarts = elementsOf('naginator', 'jobs start again after a time limit');

function wrapper(content: readonly XmlElement[]): XmlElement {
  return element(`${ELEMENT_PACKAGE}.BuildTimeoutWrapper`, content);
}

function absolute(minutes: Valued<number>): XmlElement {
  return strategyOf('Absolute', [leaf('timeoutMinutes', minutes)]);
}

function strategy(spec: TimeoutSpec): XmlElement {
  const { type, timeout: minutes } = spec;
  switch (type.value) {
    case 'absolute':
      return absolute(minutes);
    case 'no-activity':
      return strategyOf('NoActivity', [
        leaf(
          'timeoutSecondsString',
          minutes.map((value) => value * 60),
        ),
      ]);
    case 'elastic':
      return strategyOf('Elastic', [
        leaf('timeoutPercentage', spec.elastic_percentage),
        leaf('numberOfBuilds', spec.elastic_number_builds),
        leaf('failSafeTimeoutDuration', spec.elastic_fail_safe),
        leaf('timeoutMinutesElasticDefault', spec.elastic_default_timeout),
      ]);
    case 'likely-stuck':
      return strategyOf('LikelyStuck', []);
    case 'deadline':
      return strategyOf('Deadline', [
        leaf('deadlineTime', spec.deadline_time),
        leaf('deadlineToleranceInMinutes', spec.deadline_tolerance),
      ]);
    default:
      return assertNever(type.value);
  }
}

function strategyOf(name: string, content: readonly XmlElement[]): XmlElement {
  return typed('strategy', `${PACKAGE}.impl.${name}TimeOutStrategy`, content);
}

/** Without an operation, the plugin aborts the build. */
function operations(spec: TimeoutSpec): XmlElement[] {
  const operation = (name: string, content: readonly XmlElement[] = []) =>
    element(`${ELEMENT_PACKAGE}.operations.${name}Operation`, content);
  return [
    ...(spec.fail.value ? [operation('Fail')] : []),
    ...(spec.abort.value ? [operation('Abort')] : []),
    ...(spec.abort_and_restart.value
      ? [operation('AbortAndRestart', [leaf('maxRestarts', spec.max_restarts)])]
      : []),
    ...(spec.write_description === undefined
      ? []
      : [operation('WriteDescription', [leaf('description', spec.write_description)])]),
  ];
}

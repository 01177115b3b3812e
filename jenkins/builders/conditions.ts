import { elementOfClass } from '../../compiler/plugins/xstream-name.ts';
import type { XmlElement } from '../../compiler/print/xml-element.ts';
import { joinTexts, mapValue, type Valued } from '../../compiler/text/traced-text.ts';
import type { FileExistsCondition, JobCondition, TimeCondition } from '../../schema/generated/located.ts';
import { completeThresholdContent, type Threshold } from '../shared/threshold.ts';
import { element, from, leaf, typed } from '../shared/xml.ts';

const PACKAGE = 'org.jenkins_ci.plugins.run_condition';

const DAYS = ['SUN', 'MON', 'TUES', 'WED', 'THURS', 'FRI', 'SAT'] as const;

const comparators = {
  'less-than': 'LessThan',
  'greater-than': 'GreaterThan',
  equal: 'EqualTo',
  'not-equal': 'NotEqualTo',
  'less-than-equal': 'LessThanOrEqualTo',
  'greater-than-equal': 'GreaterThanOrEqualTo',
} as const;

const baseDirectories = {
  workspace: 'Workspace',
  'artifact-directory': 'ArtifactsDir',
  'jenkins-home': 'JenkinsHome',
} as const;

/** The class of a condition below the package of the plugin, and its elements. */
type Content = readonly [type: string, ...elements: readonly XmlElement[]];

type ConditionName = Exclude<keyof JobCondition, '$'>;

type ConditionTable = {
  readonly [Name in ConditionName]: (spec: NonNullable<JobCondition[Name]>) => Content;
};

/** How each condition is saved. */
const conditions: ConditionTable = {
  always: () => ['core.AlwaysRun'],
  never: () => ['core.NeverRun'],
  'boolean-expression': ({ expression }) => ['core.BooleanCondition', leaf('token', expression)],
  'current-status': ({ worst, best }) => [
    'core.StatusCondition',
    result('worstResult', worst.value),
    result('bestResult', best.value),
  ],
  'strings-match': ({ string1, string2, ignore_case: ignoreCase }) => [
    'core.StringsMatchCondition',
    leaf('arg1', string1 ?? ''),
    leaf('arg2', string2 ?? ''),
    leaf('ignoreCase', ignoreCase),
  ],
  'regex-match': ({ regex, label }) => [
    'core.ExpressionCondition',
    leaf('expression', regex),
    leaf('label', label),
  ],
  'num-comp': ({ lhs, rhs, comparator }) => [
    'core.NumericalComparisonCondition',
    leaf('lhs', lhs),
    leaf('rhs', rhs),
    typed('comparator', `${PACKAGE}.core.NumericalComparisonCondition$${comparators[comparator.value]}`),
  ],
  'file-exists': ({ file, base_dir: base }) => [
    'core.FileExistsCondition',
    leaf('file', file),
    baseDirectory(base),
  ],
  'files-match': ({ include, exclude, base_dir: base }) => [
    'core.FilesMatchCondition',
    leaf('includes', joinTexts(include, ',')),
    leaf('excludes', joinTexts(exclude, ',')),
    baseDirectory(base),
  ],
  shell: ({ command }) => ['contributed.ShellCondition', leaf('command', command)],
  'windows-shell': ({ command }) => ['contributed.BatchFileCondition', leaf('command', command)],
  'execution-node': ({ nodes }) => [
    'core.NodeCondition',
    element(
      'allowedNodes',
      nodes.map((node) => leaf('string', node)),
    ),
  ],
  'build-cause': ({ cause, exclusive_cause: exclusive }) => [
    'core.CauseCondition',
    leaf('buildCause', cause),
    leaf('exclusiveCause', exclusive),
  ],
  'day-of-week': ({ days, use_build_time: useBuildTime }) => [
    'core.DayCondition',
    leaf('useBuildTime', useBuildTime),
    typed('daySelector', `${PACKAGE}.core.DayCondition$SelectDays`, [
      element(
        'days',
        DAYS.map((day, index) =>
          element(elementOfClass(`${PACKAGE}.core.DayCondition$Day`), [
            leaf('day', index + 1),
            leaf(
              'selected',
              days.some(({ value }) => value === day),
            ),
          ]),
        ),
      ),
    ]),
  ],
  time: ({ earliest, latest, use_build_time: useBuildTime }) => [
    'core.TimeCondition',
    ...timeOfDay('earliest', earliest),
    ...timeOfDay('latest', latest),
    leaf('useBuildTime', useBuildTime),
  ],
  not: ({ condition }) => ['logic.Not', conditionElement('condition', condition)],
  and: ({ conditions: all }) => ['logic.And', containers(all)],
  or: ({ conditions: all }) => ['logic.Or', containers(all)],
};

/**
 * Returns the element of a condition of the Run Condition plugin, as Jenkins saves it. Its name is that of the field
 * which holds it.
 */
export function conditionElement(name: string, condition: JobCondition): XmlElement {
  // An entry has one field.
  const [kind = 'never'] = (Object.keys(conditions) as ConditionName[]).filter(
    (each) => condition[each] !== undefined,
  );
  const [type, ...content] = contentOf(kind, condition);
  return from(condition.$.origin, typed(name, `${PACKAGE}.${type}`, content));
}

function contentOf<Name extends ConditionName>(name: Name, condition: JobCondition): Content {
  const spec = condition[name];
  return spec === undefined || spec === null ? ['core.NeverRun'] : conditions[name](spec);
}

function containers(all: readonly JobCondition[]): XmlElement {
  return element(
    'conditions',
    all.map((condition) =>
      element(elementOfClass(`${PACKAGE}.logic.ConditionContainer`), [
        conditionElement('condition', condition),
      ]),
    ),
  );
}

function result(name: string, threshold: Threshold): XmlElement {
  return element(name, completeThresholdContent(threshold));
}

function baseDirectory({ value }: FileExistsCondition['base_dir']): XmlElement {
  return typed('baseDir', `${PACKAGE}.common.BaseDirectory$${baseDirectories[value]}`);
}

/** Hours and minutes as numbers: Jenkins saves no leading zeros. */
function timeOfDay(name: string, time: TimeCondition['earliest']): XmlElement[] {
  const part = (index: number): Valued<number> => mapValue(time, (text) => Number(text.split(':')[index]));
  return [leaf(`${name}Hours`, part(0)), leaf(`${name}Minutes`, part(1))];
}

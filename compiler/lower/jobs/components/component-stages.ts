import type { ShellBuilder } from '../../../../jenkins/builders/shell.ts';
import type { Component } from '../../../../schema/generated/located.ts';
import { groovyLiteral } from '../../../print/groovy-literal.ts';
import { fromPolicy, type Origin } from '../../../text/origin.ts';
import {
  joined,
  joinTexts,
  mapValue,
  plainText,
  type Text,
  TracedText,
  type Valued,
} from '../../../text/traced-text.ts';
import { chunks } from '../../../util/chunks.ts';
import { installSteps } from '../dependencies/install-steps.ts';
import { imageJobName, type JobScope } from '../job-scope.ts';
import {
  inContainer,
  inOrder,
  inStage,
  inTime,
  type ScriptPart,
  scriptPart,
  when,
  within,
} from '../pipeline-script.ts';
import { workspacePattern } from '../publish/apt-api.ts';
import { pipelineBinding, publishScripts } from '../publish/publications.ts';
import { publishStep } from '../publish/publish-step.ts';
import { resultSteps } from '../results.ts';
import { GROUP_SIZE, statementGroups } from '../statement-groups.ts';
import { withCommitStatus } from './commit-status.ts';
import { type ComponentBuilder, componentBuilders } from './component-builders.ts';
import { checkout, ownBranchMethods } from './component-checkout.ts';
import type { BuildPurpose, ComponentPlaces } from './component-places.ts';
import type { ScriptWithMethods } from './component-pod.ts';
import { gradleCommand } from './gradle-command.ts';
import { skipUntouched } from './skip-untouched.ts';
import { startedImages } from './started-images.ts';

/**
 * Returns what a pipeline does with a component on an agent: checkout, variables, build dependencies, build steps,
 * results, and after the success of a push, publishing. Results are kept of a failed build, too. It is what the
 * freestyle job does by wrappers, steps and publishers, in the same order.
 */
export function componentStages(
  scope: JobScope,
  component: Component,
  places: ComponentPlaces,
  purpose: BuildPurpose,
): ScriptWithMethods {
  const { build_timeout_minutes: minutes } = scope.settings.pipeline;
  const statements = new Statements();
  const building = inPlace(
    places.standard,
    inOrder([
      ...stage(
        'Dependencies',
        installSteps(scope, component).map((step) => statements.shell(step)),
      ),
      ...stage('Build', buildStatements(scope, component, places, statements)),
    ]),
  );
  const body = inOrder([
    withResults(inTime(minutes, building), resultStatements(component, statements)),
    ...(purpose === 'push' ? afterSuccess(scope, component, places, statements) : []),
  ]);
  const inside = withVariables(component, purpose, body);
  const reported = purpose === 'push' ? withCommitStatus(scope, component, inside.part) : undefined;
  const skipping = skipUntouched(component, purpose);
  return {
    part: within(
      "ansiColor('xterm')",
      ['ansiColor'],
      inOrder([...checkout(component, purpose), ...skipping.calls, reported?.part ?? inside.part]),
      coloured,
    ),
    methods: [
      ...ownBranchMethods(component, purpose),
      ...skipping.methods,
      ...(reported?.methods ?? []),
      ...inside.methods,
      ...statements.methods,
    ],
  };
}

const coloured = fromPolicy('The jobs of the original show colours in their output.');

function stage(name: string, parts: readonly ScriptPart[]): readonly ScriptPart[] {
  return parts.length === 0 ? [] : [inStage(name, inOrder(parts))];
}

function inPlace(container: Valued<string> | undefined, part: ScriptPart): ScriptPart {
  return container === undefined || part.text.text === '' ? part : inContainer(container, part);
}

/** Returns the statements of the build steps, each where it runs. */
function buildStatements(
  scope: JobScope,
  component: Component,
  places: ComponentPlaces,
  statements: Statements,
): readonly ScriptPart[] {
  const parts = componentBuilders(scope, component).map(({ step, builder }) =>
    inPlace(places.ofStep(step), statements.of(builder)),
  );
  if (parts.length === 0) return [];
  const { calls, methods } = statementGroups('steps', '', parts, inOrder);
  statements.methods.push(...methods);
  return [calls];
}

/** Returns what Jenkins keeps of a build; `passed` says whether all steps went well. */
function resultStatements(component: Component, statements: Statements): readonly ScriptPart[] {
  const archives = component.artifacts.map(({ location, $ }) =>
    scriptPart('archive-artifacts.groovy', { pattern: workspacePattern(location), origin: $.origin }, [
      'archiveArtifacts',
    ]),
  );
  const kept = [...resultSteps(component), ...archives];
  const { calls, methods } = statementGroups('results', 'passed', kept, inOrder);
  statements.methods.push(...methods);
  return kept.length === 0 ? [] : [calls];
}

/** Returns a part after which the results are kept, however it ended. */
function withResults(part: ScriptPart, results: readonly ScriptPart[]): ScriptPart {
  if (results.length === 0) return part;
  const kept = inStage('Results', inOrder(results));
  return inOrder([
    scriptPart('statement.groovy', { call: 'def passed = false' }),
    within('try', [], inOrder([part, scriptPart('statement.groovy', { call: 'passed = true' })])),
    within('finally', [], kept),
  ]);
}

/**
 * Returns what happens after a success: what the build made is published, and what is made of it starts. Debian packages
 * are published where the agent runs, which has the tools for it, images by a container of their own, and all else where
 * the steps run.
 */
function afterSuccess(
  scope: JobScope,
  component: Component,
  places: ComponentPlaces,
  statements: Statements,
): readonly ScriptPart[] {
  const { build_timeout_minutes: minutes } = scope.settings.pipeline;
  const published = stage('Publish', [
    ...publishStep(scope, component).map((step) => statements.shell(step)),
    ...publishScripts(scope, component).map(({ script, binding, isImage, origin }) =>
      withCredentials(
        [pipelineBinding(binding)],
        inPlace(
          isImage ? places.publisher : places.standard,
          statements.shell({ kind: 'shell', script, origin }),
        ),
        origin,
      ),
    ),
  ]);
  const images = stage('Images', startStatements(scope, component));
  if (published.length + images.length === 0) return [];
  const publishing = published.length === 0 ? [] : [inTime(minutes, inOrder(published))];
  return [when("currentBuild.currentResult == 'SUCCESS'", inOrder([...publishing, ...images]))];
}

/** Returns what starts the jobs of images: one of the repository is built of the very commit that was tested. */
function startStatements({ project }: JobScope, component: Component): readonly ScriptPart[] {
  const images = startedImages(project, component).map(({ application, ofCommit, origin }) => ({
    job: imageJobName(application.spec.name),
    ofCommit,
    origin,
  }));
  return images.length === 0 ? [] : [scriptPart('start-images.groovy', { images }, ['build'])];
}

/** Returns a part with the variables of a component and of its checkout, and the secrets that are bound to some. */
function withVariables(component: Component, purpose: BuildPurpose, part: ScriptPart): ScriptWithMethods {
  const { env, repository } = component;
  const hasCheckout = repository !== undefined;
  const variables = env.flatMap(({ name, value, credentials, $ }) =>
    credentials === undefined
      ? [{ entry: joined`${name}=${value.map(environmentValue)}`, origin: $.origin }]
      : [],
  );
  const bindings = env.flatMap(({ name, credentials, $ }) =>
    credentials === undefined || purpose === 'pull-request'
      ? []
      : [pipelineBinding({ kind: 'string', credentials, variable: name, origin: $.origin })],
  );
  const hasVariables = hasCheckout || variables.length > 0;
  const inner = hasVariables
    ? within(`withEnv(variables(${hasCheckout ? 'source' : ''}))`, ['withEnv'], part)
    : part;
  return {
    part: bindings.length === 0 ? inner : withCredentials(bindings, inner),
    methods: hasVariables ? variablesMethods(hasCheckout, variables) : [],
  };
}

/** Many variables are added by methods of their own; literals of several lines stand in no block. */
function variablesMethods(hasCheckout: boolean, variables: readonly object[]): readonly ScriptPart[] {
  if (variables.length <= GROUP_SIZE) return [scriptPart('variables.groovy', { hasCheckout, variables })];
  const groups = chunks(variables, GROUP_SIZE).map((group, index) => ({
    number: index + 1,
    variables: group,
  }));
  return [
    scriptPart('variables.groovy', { hasCheckout, groups }),
    ...groups.map((group) => scriptPart('variables-group.groovy', group)),
  ];
}

function withCredentials(bindings: readonly Valued<string>[], part: ScriptPart, origin?: Origin): ScriptPart {
  return within(joined`withCredentials([${joinTexts(bindings, ', ')}])`, ['withCredentials'], part, origin);
}

/**
 * Returns a value as `withEnv` must find it to give what EnvInject makes of it: both fill in `$NAME` and `${NAME}`. A
 * dollar sign itself is `$$` here and `\\$` there, where blanks at the ends are cut.
 */
export function environmentValue(value: string): string {
  return value.trim().replaceAll('\\$', () => '$$');
}

/** Makes statements of steps; scripts of several lines stand in methods. */
class Statements {
  readonly methods: ScriptPart[] = [];

  of(builder: ComponentBuilder): ScriptPart {
    return builder.kind === 'shell'
      ? this.shell(builder)
      : this.inline(gradleCommand(builder), builder.origin);
  }

  shell({ script, origin }: ShellBuilder): ScriptPart {
    const text = plainText(script).replace(/\n$/, '');
    if (!groovyLiteral(text).includes('\n'))
      return this.inline(
        script instanceof TracedText ? new TracedText(text, script.marks) : mapValue(script, () => text),
        origin,
      );
    const call = `script${++this.count}()`;
    this.methods.push(scriptPart('script-method.groovy', { call, script, origin }));
    return scriptPart('shell-method.groovy', { call, origin }, ['sh']);
  }

  private count = 0;

  private inline(script: Text, origin: Origin): ScriptPart {
    return scriptPart('shell-step.groovy', { script, origin }, ['sh']);
  }
}

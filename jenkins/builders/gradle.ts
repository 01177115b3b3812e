import type { Text, Valued } from '../../compiler/text/traced-text.ts';
import type { ItemNode } from '../shared/node.ts';
import { STEPS, use } from '../shared/plugin-use.ts';
import { saved } from '../shared/saved.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf } from '../shared/xml.ts';

/** A run of Gradle. */
export interface GradleBuilder extends ItemNode {
  readonly kind: 'gradle';
  readonly tasks?: Text | undefined;
  readonly switches?: Text | undefined;
  /** The engine's own default is true. */
  readonly useWrapper?: Valued<boolean> | undefined;
  readonly rootBuildScriptDir?: Text | undefined;
  readonly buildFile?: Text | undefined;
  readonly gradleName?: Text | undefined;
}

/** Runs Gradle, or the wrapper of the repository. */
export const gradleBuilder: Thing<GradleBuilder> = {
  kind: 'gradle',
  needs: use(STEPS, 'gradle', 'jobs run Gradle'),
  xml: ({ switches, tasks, rootBuildScriptDir, buildFile, gradleName, useWrapper }) =>
    element('hudson.plugins.gradle.Gradle', [
      leaf('switches', switches ?? ''),
      leaf('tasks', tasks ?? ''),
      leaf('rootBuildScriptDir', rootBuildScriptDir ?? ''),
      leaf('buildFile', buildFile ?? ''),
      leaf('gradleName', gradleName ?? '(Default)'),
      leaf('useWrapper', useWrapper ?? true),
      leaf('makeExecutable', false),
      leaf('useWorkspaceAsHome', false),
      leaf('passAllAsSystemProperties', false),
      leaf('passAllAsProjectProperties', false),
      saved(leaf('wrapperLocation', rootBuildScriptDir ?? ''), 'fromRootBuildScriptDir'),
    ]),
  dsl: (builder, dsl) =>
    dsl.block('gradle', () => {
      dsl.given('tasks', builder.tasks);
      dsl.given('switches', builder.switches);
      dsl.given('useWrapper', builder.useWrapper);
      dsl.given('rootBuildScriptDir', builder.rootBuildScriptDir);
      dsl.given('buildFile', builder.buildFile);
      dsl.given('gradleName', builder.gradleName);
    }),
};

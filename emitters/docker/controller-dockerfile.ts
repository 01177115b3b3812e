import type { Artifact } from '../../compiler/model/artifact.ts';
import { type Controller, startFilesFolder } from '../../compiler/model/controller/controller.ts';
import {
  type Dockerfile,
  type Instruction,
  type InstructionLine,
  printDockerfile,
} from '../../compiler/model/images/dockerfile.ts';
import { imageWorkspace } from '../../compiler/model/job-dsl-files.ts';
import { fromPolicy, type Origin } from '../../compiler/text/origin.ts';

const plugins = fromPolicy(
  'The image holds exactly the plugins of plugins.txt: nothing is resolved when it is built.',
);
const scripts = fromPolicy('Jenkins is never started without the scripts that close it.');

/** Where the Dockerfile is, and everything that it copies. */
const folder = 'jenkins';

/** What gets into the image. */
interface CopiedFiles {
  readonly initScripts: readonly Artifact[];
  readonly jobDsl: readonly Artifact[];
  /** What the Job DSL reads. */
  readonly pipelines: readonly Artifact[];
  /** Files of the project's own that init scripts read. */
  readonly startFiles: readonly Artifact[];
}

/**
 * Returns the Dockerfile of the controller. Its stage `kubernetes` has the plugins alone: there the init scripts come
 * from a ConfigMap, and only from there. The stage on top of it, which is built when none is named, also holds the
 * scripts, for running the image anywhere else; they replace those of an older image at each start.
 *
 * Follows jenkinsci/docker (`jenkins.sh`, `jenkins-support`): what is below /usr/share/jenkins/ref is copied into the
 * home directory only where nothing is there yet, and PRE_CLEAR_INIT_GROOVY_D removes the old scripts first.
 */
export function controllerDockerfile(controller: Controller, files: CopiedFiles): Artifact {
  return {
    path: `${folder}/Dockerfile`,
    content: printDockerfile(dockerfile(controller, files)),
    origin: plugins,
  };
}

/** What is run is copied by its name: what somebody else put beside it does not get into the image. */
function dockerfile({ image: { base, jobDslFolder } }: Controller, files: CopiedFiles): Dockerfile {
  return {
    kind: 'dockerfile',
    instructions: [
      instruction(
        base.origin,
        [`FROM ${base.value} AS kubernetes`],
        [
          'For Kubernetes: docker build --target kubernetes .',
          'Its init scripts are in a ConfigMap. Without it Jenkins shows its setup wizard, so it is never open.',
        ],
      ),
      instruction(plugins, ['COPY --chown=jenkins:jenkins plugins.txt /usr/share/jenkins/ref/plugins.txt']),
      instruction(plugins, [
        'RUN jenkins-plugin-cli --plugin-file /usr/share/jenkins/ref/plugins.txt --latest false',
      ]),
      ...(jobDslFolder === undefined || files.jobDsl.length === 0
        ? []
        : [
            instruction(jobDslFolder.origin, copy(files.jobDsl, jobDslFolder.value)),
            ...(files.pipelines.length === 0 ? [] : [instruction(jobDslFolder.origin, [COPY_PIPELINES])]),
          ]),
      instruction(scripts, ['FROM kubernetes AS standalone'], ['For anything else: docker build .']),
      instruction(scripts, [
        'ENV JENKINS_JAVA_OPTS="-Djenkins.install.runSetupWizard=false"',
        '    PRE_CLEAR_INIT_GROOVY_D=true',
      ]),
      instruction(scripts, copy(files.initScripts, '/usr/share/jenkins/ref/init.groovy.d')),
      ...(files.startFiles.length === 0
        ? []
        : [instruction(scripts, copy(files.startFiles, startFilesFolder))]),
    ],
  };
}

/** Names of jobs stand in those of the scripts, so the folder is copied: nobody reads what else is in it. */
const COPY_PIPELINES = `COPY --chown=jenkins:jenkins pipelines ${imageWorkspace}/pipelines`;

/** One name a line, as seen from the Dockerfile: a project may have hundreds. */
function copy(files: readonly Artifact[], target: string): readonly InstructionLine[] {
  const names = files.map(({ path, origin }) => ({ text: `    ${path.slice(`${folder}/`.length)}`, origin }));
  return [{ text: 'COPY --chown=jenkins:jenkins' }, ...names, { text: `    ${target}/` }];
}

function instruction(
  origin: Origin,
  lines: readonly (string | InstructionLine)[],
  comments: readonly string[] = [],
): Instruction {
  return { comments, lines: lines.map((line) => (typeof line === 'string' ? { text: line } : line)), origin };
}

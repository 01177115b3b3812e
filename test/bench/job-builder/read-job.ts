import { child, parseXml, type XmlElement } from './xml-element.ts';
import type { Yaml } from './yaml.ts';

type Reader = (element: XmlElement) => Yaml;

const triggers: Readonly<Record<string, Reader>> = {
  'hudson.triggers.SCMTrigger': (trigger) => ({ pollscm: { cron: child(trigger, 'spec').text } }),
  'hudson.triggers.TimerTrigger': (trigger) => ({ timed: child(trigger, 'spec').text }),
  'jenkins.triggers.ReverseBuildTrigger': (trigger) => ({
    reverse: {
      jobs: child(trigger, 'upstreamProjects').text,
      result: child(trigger, 'threshold', 'name').text.toLowerCase(),
    },
  }),
};

const builders: Readonly<Record<string, Reader>> = {
  'hudson.tasks.Shell': (step) => ({ shell: child(step, 'command').text }),
  EnvInjectBuilder: (step) => ({
    inject: { 'properties-content': child(step, 'info', 'propertiesContent').text },
  }),
};

const publishers: Readonly<Record<string, Reader>> = {
  'hudson.tasks.ArtifactArchiver': (step) => ({
    archive: {
      artifacts: child(step, 'artifacts').text,
      'allow-empty': isTrue(child(step, 'allowEmptyArchive')),
      'only-if-success': isTrue(child(step, 'onlyIfSuccessful')),
      fingerprint: isTrue(child(step, 'fingerprint')),
      'default-excludes': isTrue(child(step, 'defaultExcludes')),
      'case-sensitive': isTrue(child(step, 'caseSensitive')),
      'follow-symlinks': isTrue(child(step, 'followSymlinks')),
    },
  }),
};

const wrappers: Readonly<Record<string, Reader>> = {
  'hudson.plugins.ansicolor.AnsiColorBuildWrapper': (wrapper) => ({
    ansicolor: { colormap: child(wrapper, 'colorMapName').text },
  }),
};

const parameters: Readonly<Record<string, Reader>> = {
  'hudson.model.StringParameterDefinition': (parameter) => ({
    string: {
      name: child(parameter, 'name').text,
      default: child(parameter, 'defaultValue').text,
      description: child(parameter, 'description').text,
    },
  }),
};

const parametersProperty = 'hudson.model.ParametersDefinitionProperty';
const oneBuildProperty = 'org.jenkinsci.plugins.workflow.job.properties.DisableConcurrentBuildsJobProperty';
/** Where Job Builder puts the triggers of a pipeline. */
const triggersProperty = 'org.jenkinsci.plugins.workflow.job.properties.PipelineTriggersJobProperty';

/**
 * Returns the job of a config.xml, ours or Job Builder's own, as Job Builder's YAML, without its name. What both fill
 * in by themselves is left out. Throws on a property, trigger, builder, publisher or wrapper that it does not know:
 * Job Builder would otherwise be measured with less work than we have.
 */
export function readJob(configXml: string): Readonly<Record<string, Yaml>> {
  const job = parseXml(configXml);
  refuseUnknown(child(job, 'properties'), [parametersProperty, oneBuildProperty, triggersProperty]);
  const definitions = child(job, 'properties', parametersProperty, 'parameterDefinitions');
  return {
    // Job Builder marks what it manages.
    description: child(job, 'description').text.replace('<!-- Managed by Jenkins Job Builder -->', ''),
    ...present('parameters', readAll(definitions, parameters)),
    ...present('triggers', [
      ...readAll(child(job, 'triggers'), triggers),
      ...readAll(child(job, 'properties', triggersProperty, 'triggers'), triggers),
    ]),
    ...(job.name === 'flow-definition' ? readPipeline(job) : readFreestyle(job)),
  };
}

function readPipeline(job: XmlElement): Readonly<Record<string, Yaml>> {
  return {
    'project-type': 'pipeline',
    concurrent: !child(job, 'properties').children.some(({ name }) => name === oneBuildProperty),
    sandbox: isTrue(child(job, 'definition', 'sandbox')),
    dsl: child(job, 'definition', 'script').text,
  };
}

function readFreestyle(job: XmlElement): Readonly<Record<string, Yaml>> {
  const git = child(job, 'scm');
  const remote = child(git, 'userRemoteConfigs', 'hudson.plugins.git.UserRemoteConfig');
  return {
    'project-type': 'freestyle',
    node: child(job, 'assignedNode').text,
    disabled: isTrue(child(job, 'disabled')),
    concurrent: isTrue(child(job, 'concurrentBuild')),
    scm: [
      {
        git: {
          url: child(remote, 'url').text,
          'credentials-id': child(remote, 'credentialsId').text,
          branches: [child(git, 'branches', 'hudson.plugins.git.BranchSpec', 'name').text],
        },
      },
    ],
    ...present('wrappers', readAll(child(job, 'buildWrappers'), wrappers)),
    ...present('builders', readAll(child(job, 'builders'), builders)),
    ...present('publishers', readAll(child(job, 'publishers'), publishers)),
  };
}

function readAll(parent: XmlElement, readers: Readonly<Record<string, Reader>>): readonly Yaml[] {
  refuseUnknown(parent, Object.keys(readers));
  return parent.children.flatMap((element) => readers[element.name]?.(element) ?? []);
}

function refuseUnknown(parent: XmlElement, known: readonly string[]): void {
  const unknown = parent.children.find(({ name }) => !known.includes(name));
  if (unknown !== undefined) {
    throw new Error(`the bench cannot say \`${unknown.name}\` of \`${parent.name}\` to Job Builder`);
  }
}

function present(key: string, items: readonly Yaml[]): Readonly<Record<string, Yaml>> {
  return items.length > 0 ? { [key]: items } : {};
}

function isTrue(element: XmlElement): boolean {
  return element.text === 'true';
}

import type {
  CopyArtifactsBuilder,
  JobBuilder,
  MultijobBuilderProject,
  SystemGroovyBuilder,
  TriggerBuilderProject,
} from '../../../schema/generated/located.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Specs } from '../check-spec.ts';
import { isWritten, keyOf, type Rule } from './rule.ts';
import { needs, notBoth, notNeither, oneOf } from './support/fields-beside.ts';

/**
 * Build steps of jobs, and axes: fields that need or exclude each other, and scripts that run in the controller. What
 * a job says may stand in the defaults of its kind.
 */
export const jobBuildersRule: Rule = {
  name: 'job-builders',
  *check(specs) {
    const { defaults, jobs = [] } = specs.jobs ?? {};
    for (const { matrix } of jobs)
      if (matrix && !(defaults?.matrix && isWritten(defaults.matrix, 'axes')))
        yield* needs(matrix, 'kind: matrix', 'axes');
    for (const { step, isPhase } of buildersOf(specs)) yield* checkStep(step, isPhase);
  },
};

interface FoundStep {
  readonly step: JobBuilder;
  /** Whether it is a step of a multijob, where phases may stand. */
  readonly isPhase: boolean;
}

/** The steps of all jobs and of the defaults, with those inside conditional steps and after builds. */
function* buildersOf({ jobs: spec }: Specs): Generator<FoundStep> {
  for (const { freestyle, matrix, multijob } of spec === undefined ? [] : [...spec.jobs, spec.defaults]) {
    for (const steps of [freestyle, matrix, multijob]) {
      if (steps === undefined) continue;
      yield* withInner(steps.builders, steps === multijob);
      for (const { postbuildscript } of steps.publishers)
        for (const { build_steps: inner } of postbuildscript?.builders ?? []) yield* withInner(inner, false);
    }
  }
}

function* withInner(builders: readonly JobBuilder[], isPhase: boolean): Generator<FoundStep> {
  for (const step of builders) {
    yield { step, isPhase };
    yield* withInner(step['conditional-step']?.steps ?? [], isPhase);
  }
}

function* checkStep(step: JobBuilder, isPhase: boolean): Generator<Diagnostic> {
  const { groovy, maven, inject, trigger, multijob } = step;
  const systemGroovy = step['system-groovy'];
  const copied = step['copy-artifacts'];
  const python = step['shining-panda'];
  const name = step['build-name-setter'];
  if (groovy) yield* oneOf(groovy, 'groovy', 'command', 'file');
  if (systemGroovy) {
    yield* oneOf(systemGroovy, 'system-groovy', 'command', 'file');
    yield* controllerScript(systemGroovy);
  }
  if (maven) {
    yield* notBoth(maven, 'maven', 'settings', 'settings_file_id');
    yield* notBoth(maven, 'maven', 'global_settings', 'global_settings_file_id');
  }
  if (inject) yield* notNeither(inject, 'inject', 'properties_content', 'properties_file');
  if (name) yield* notNeither(name, 'build-name-setter', 'template', 'name');
  if (python?.build_environment.value === 'custom') yield* needs(python, 'build_environment: custom', 'home');
  if (copied) yield* chosenBuild(copied);
  for (const build of trigger?.builds ?? []) yield* nodeLabel(build);
  for (const project of multijob?.projects ?? []) yield* nodeLabel(project);
  if (multijob && !isPhase)
    yield diagnose('check/phase-outside', {}, keyOf(step, 'multijob'), {
      help: 'write `kind: multijob`, or start the jobs by `trigger`',
    });
}

function* controllerScript(script: SystemGroovyBuilder): Generator<Diagnostic> {
  if (script.allow !== undefined) return;
  if (script.sandbox.value && !isWritten(script, 'file')) return;
  yield diagnose('check/controller-script', {}, script.$.span, {
    help: isWritten(script, 'file')
      ? 'write the script as `command` with `sandbox: true`, or say `allow: controller`'
      : 'write `sandbox: true`; a script that needs more says `allow: controller`, and an administrator has to approve it',
  });
}

/** The fields that say which build is meant, by the value of `which_build` that needs them. */
const partners: Partial<Record<CopyArtifactsBuilder['which_build']['value'], readonly string[]>> = {
  'specific-build': ['build_number'],
  'build-param': ['param'],
  'downstream-build': ['upstream_project_name', 'upstream_build_number'],
};

function* chosenBuild(copied: CopyArtifactsBuilder): Generator<Diagnostic> {
  const chosen = copied.which_build.value;
  for (const field of partners[chosen] ?? []) yield* needs(copied, `which_build: ${chosen}`, field);
}

function* nodeLabel(build: TriggerBuilderProject | MultijobBuilderProject): Generator<Diagnostic> {
  if (isWritten(build, 'node_label')) yield* needs(build, 'node_label', 'node_label_name');
  if (isWritten(build, 'node_label_name')) yield* needs(build, 'node_label_name', 'node_label');
  if (isWritten(build, 'combine_queued_commits'))
    yield* needs(build, 'combine_queued_commits', 'git_revision');
}

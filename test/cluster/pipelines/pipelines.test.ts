import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { apiClient } from '../api/api-client.ts';
import { applyObject, getObject, manifestOf } from '../api/objects.ts';
import { applyEach, removeProject } from '../apply/apply-project.ts';
import { exampleProjects, scenarioProjects } from '../apply/projects.ts';
import { type CompiledProject, compileProject } from '../project/compile-project.ts';
import { withJenkins } from '../project/write-project.ts';
import { record } from '../report/record.ts';
import { installController } from './install.ts';
import type { KubectlCall } from './recording-kubectl.ts';
import { jobRunner } from './run-job.ts';
import { isStable, servicesWithoutPods } from './services-without-pods.ts';

/* The pipelines of the examples, run with a real kubectl that acts as the account that they are given. */
const connection = inject('cluster');
const client = apiClient(connection);
const jobs = jobRunner(connection, client);

let installed: CompiledProject | undefined;

afterEach(async () => {
  if (installed !== undefined) await removeProject(client, installed);
  installed = undefined;
});

async function install(folder: string): Promise<CompiledProject> {
  const project = await compileProject(withJenkins(folder));
  installed = project;
  await installController(client, project);
  return project;
}

/** Returns the calls that ended otherwise than they should, as a person would type them. */
function failures(
  calls: readonly KubectlCall[],
  isFailure: (call: KubectlCall) => boolean,
): readonly string[] {
  const failed = calls.filter(isFailure);
  record(connection, {
    suite: 'pipelines',
    what: 'calls of kubectl as the emitted accounts',
    tried: calls.length,
    failed: failed.length,
  });
  return failed.map((call) => `kubectl ${call.arguments.join(' ')}: ${call.stderr.trim()}`);
}

/** To look for what is not there is no failure. */
const hasFailed = ({ exit, stderr, arguments: [verb] }: KubectlCall) =>
  exit !== 0 && !(verb === 'get' && stderr.includes('(NotFound)'));
const isForbidden = ({ stderr }: KubectlCall) => /forbidden|cannot \w+ resource/i.test(stderr);

const NOTHING_APPLIED = 'it has nothing that is applied without a version';

function manages({ jobs: all }: CompiledProject): boolean {
  return all.some(({ name }) => name === 'service-manage');
}

function versionsFor(job: { readonly versions: readonly string[] }): Readonly<Record<string, string>> {
  return Object.fromEntries(job.versions.map((parameter) => [parameter, '1.0-1']));
}

/** The scenarios say nothing of a Jenkins, so they get one. */
const projects = [
  ...exampleProjects.map(({ name, folder }) => ({ name: `the example ${name}`, folder })),
  ...scenarioProjects
    .filter(({ folder }) => existsSync(join(folder, 'environments.bitesize')))
    .filter(({ name }) => name !== 'cannot-be-said')
    .map(({ name, folder }) => ({ name: `the scenario ${name}`, folder })),
];

describe.each(projects)('the pipelines of $name', ({ folder }) => {
  it('may do all that they do', async ({ skip }) => {
    const project = await install(folder);
    skip(!manages(project), NOTHING_APPLIED);
    const deploying = project.jobs.filter(({ versions }) => versions.length > 0);
    const managed = await jobs.run(project, 'service-manage');
    expect(failures(managed.calls, hasFailed)).toEqual([]);
    expect(managed.result, managed.output).toBe('SUCCESS');
    for (const job of deploying) {
      const deployed = await jobs.run(project, job.name, { params: versionsFor(job) });
      expect(failures(deployed.calls, hasFailed)).toEqual([]);
      expect(deployed.result, deployed.error + deployed.output).toBe('SUCCESS');
    }
  });

  it('leave a Deployment behind every Service', async ({ skip }) => {
    const project = await install(folder);
    skip(!manages(project), NOTHING_APPLIED);
    await jobs.run(project, 'service-manage');
    for (const job of project.jobs.filter(({ versions }) => versions.length > 0))
      await jobs.run(project, job.name, { params: versionsFor(job) });
    const services = project.environments.flatMap(({ applied }) => applied).filter(isStable);
    const lonely = await servicesWithoutPods(client, project);
    record(connection, {
      suite: 'pipelines',
      what: 'Services that answer after the first deployment',
      tried: services.length,
      failed: lonely.length,
    });
    expect(lonely).toEqual([]);
  });

  it('may look for the reason when a deployment is not rolled out', async () => {
    const project = await install(folder);
    for (const job of project.jobs.filter(({ versions }) => versions.length > 0)) {
      const { calls, result, output } = await jobs.run(project, job.name, {
        params: versionsFor(job),
        rollsOut: false,
      });
      expect(failures(calls, isForbidden)).toEqual([]);
      expect(output).toContain('is not rolled out after');
      expect(result).toBe('FAILURE');
    }
  });

  it('say what left the specs, remove it where that is asked for, and never remove a claim', async ({
    skip,
  }) => {
    const project = await install(folder);
    skip(!manages(project), NOTHING_APPLIED);
    const [environment] = project.environments;
    const model = environment?.applied.find(({ kind }) => kind === 'Service');
    expect(model).toBeDefined();
    if (environment === undefined || model === undefined) return;
    await jobs.run(project, 'service-manage');
    const { metadata } = JSON.parse(JSON.stringify(await getObject(client, model))) as {
      readonly metadata: { readonly labels: object };
    };
    const left = (apiVersion: string, kind: string, spec: object) =>
      manifestOf(
        JSON.stringify({
          apiVersion,
          kind,
          metadata: { name: 'has-left', namespace: environment.namespace, labels: metadata.labels },
          spec,
        }),
      );
    const service = left('v1', 'Service', { ports: [{ port: 80 }] });
    const claim = left('v1', 'PersistentVolumeClaim', {
      accessModes: ['ReadWriteOnce'],
      resources: { requests: { storage: '1Gi' } },
    });
    for (const manifest of [service, claim])
      expect((await applyObject(client, manifest)).text).toContain('has-left');
    const { calls, output } = await jobs.run(project, 'service-manage');
    expect(failures(calls, isForbidden)).toEqual([]);
    const prunes = project.jobs.some(({ script }) => script.includes('kubectl delete'));
    expect(output).toContain('service/has-left');
    expect(output).toContain('persistentvolumeclaim/has-left');
    expect((await getObject(client, service)) === undefined).toBe(prunes);
    expect(await getObject(client, claim)).toBeDefined();
  });

  it('leave in the cluster what the files say', async ({ skip }) => {
    const project = await install(folder);
    skip(!manages(project), NOTHING_APPLIED);
    await jobs.run(project, 'service-manage');
    const manifests = project.environments.flatMap(({ applied }) => applied);
    const versionOf = async () => {
      const stored = await Promise.all(manifests.map((manifest) => getObject(client, manifest)));
      return stored.map((object) =>
        object?.kind === 'PersistentVolumeClaim' ? object.spec : object?.metadata.resourceVersion,
      );
    };
    const before = await versionOf();
    expect(before).not.toContain(undefined);
    expect(
      await applyEach(
        client,
        manifests.map((manifest) => ({ manifest, options: {} })),
      ),
    ).toEqual([]);
    expect(await versionOf()).toEqual(before);
  });
});

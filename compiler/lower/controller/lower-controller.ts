import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Project } from '../../link/project.ts';
import type { Controller, ControllerImage, ControllerRole } from '../../model/controller/controller.ts';
import type { EnvironmentIr } from '../../model/kubernetes/environment.ts';
import { fromSeveral, spanOf } from '../../text/origin.ts';
import { type Sourced, sourced } from '../../text/sourced.ts';
import { compareText } from '../../util/compare-text.ts';
import { imageReference } from '../../util/image-reference.ts';
import { slug } from '../../util/slug.ts';
import { withoutSlashesAtEnd } from '../../util/without-slashes.ts';
import { checkControllerNames } from '../kubernetes/check-objects.ts';
import { checkTexts } from '../kubernetes/check-texts.ts';
import type { Lowered, RepositoryTexts } from '../lowered.ts';
import { controllerNames } from './controller-names.ts';
import { type ControllerScope, seedMode } from './controller-scope.ts';
import { controllerUrl } from './controller-url.ts';
import { firstBuilds } from './first-builds.ts';
import { controllerObjects, partObjects } from './kubernetes/controller-objects.ts';
import { externalSecretObjects, externalSecrets } from './kubernetes/external-secrets.ts';
import { lowerDeployment } from './lower-deployment.ts';
import { outsideNeeds } from './outside-needs.ts';
import { pinnedImage } from './pinned-image.ts';
import { initScripts, reportTooLarge } from './scripts/init-scripts.ts';
import { imageJobDslFolder } from './scripts/lower-job-scripts.ts';
import { lowerStartFiles } from './scripts/lower-start-files.ts';
import { partScripts } from './scripts/part-scripts.ts';
import { secretReferences } from './secret-references.ts';

/** What the controller depends on besides the specs. */
interface ControllerInputs {
  /** What its jobs deploy, and so which rights their pods need. */
  readonly environments: readonly EnvironmentIr[];
  readonly files: RepositoryTexts;
  readonly allowPlainSecrets: boolean;
  /** Whose Jenkins it is; that of the project alone without it. */
  readonly role?: ControllerRole;
}

/** Returns the Jenkins of a project, or its part of a shared one: its init scripts as data, its image and how it runs on Kubernetes. */
export function lowerController(
  project: Project,
  { environments, files, allowPlainSecrets, role = { kind: 'own' } }: ControllerInputs,
): Lowered<Controller> {
  const { settings } = project;
  const diagnostics: Diagnostic[] = [];
  const names = controllerNames(project);
  const report = (diagnostic: Diagnostic): void => {
    diagnostics.push(diagnostic);
  };
  const { hosting } = project;
  const ownRole = hosting === undefined ? role : { kind: 'part' as const, hosting };
  const scope: ControllerScope = { project, settings, names, report, role: ownRole.kind };
  const url = controllerUrl(settings, names);
  url.diagnostics.forEach(report);
  reportOtherLine(settings.version, settings.lts, report);
  const own = lowerStartFiles(scope, files, allowPlainSecrets);
  const scripts =
    hosting === undefined
      ? initScripts(scope, url.value, own.scripts)
      : partScripts(scope, url.value, hosting);
  if (hosting !== undefined) reportTooLarge(scripts, scope);
  const controller = {
    role: ownRole,
    project: project.name,
    core: settings.version,
    timeZone: settings.time_zone,
    ...url.value,
    seedMode: seedMode(settings),
    image: controllerImage(scope),
    initScripts: scripts,
    startFiles: own.files,
    secrets: secretReferences(scripts),
    deployment: lowerDeployment(scope, environments),
    firstBuilds: firstBuilds(project),
    outside: outsideNeeds(project),
  };
  const base = hosting === undefined ? controllerObjects(controller) : partObjects(controller);
  const external = externalSecrets(controller, { objects: base, environments });
  const objects = [...base, ...externalSecretObjects(controller, external)].sort((a, b) =>
    compareText(a.file, b.file),
  );
  checkTexts(objects, report);
  checkControllerNames(objects, names.name.origin, report);
  return { value: { ...controller, objects, externalSecrets: external }, diagnostics };
}

function controllerImage({ project, settings, report }: ControllerScope): ControllerImage {
  const { version, registry } = settings;
  const push = withoutSlashesAtEnd(registry.push.value);
  const base =
    settings.image ?? pinnedImage(sourced(`jenkins/jenkins:${version.value}-jdk21`, version.origin));
  if (imageReference(base.value) === undefined) {
    report(diagnose('controller/image', { image: base.value }, spanOf(base.origin)));
  }
  const mode = seedMode(settings);
  return {
    base,
    repository: sourced(
      `${push === '' ? '' : `${push}/`}${slug(project.name.value)}/jenkins`,
      fromSeveral([registry.push.origin, project.name.origin]),
    ),
    version,
    ...(mode.value === 'image' ? { jobDslFolder: mode.map(() => imageJobDslFolder) } : {}),
  };
}

function reportOtherLine(
  version: Sourced<string>,
  lts: Sourced<string>,
  report: (diagnostic: Diagnostic) => void,
): void {
  if (version.value === lts.value || version.value.startsWith(`${lts.value}.`)) return;
  const label = spanOf(lts.origin);
  report(
    diagnose(
      'controller/version-line',
      { version: version.value, line: lts.value },
      spanOf(version.origin) ?? label,
      {
        labels: label === undefined ? [] : [{ span: label, text: 'the line' }],
        help: `write a version such as \`${lts.value}.1\`, or the line of the version`,
      },
    ),
  );
}

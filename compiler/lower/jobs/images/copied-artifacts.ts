import { folderOf, joinPath } from '../../../host/path.ts';
import type { LinkedApplication } from '../../../link/project.ts';
import type { RepositoryBuild } from '../../../model/images/application-image.ts';
import { fromSeveral } from '../../../text/origin.ts';
import { repositoryPath } from '../../../util/repository-path.ts';
import { filesFolder, keptFiles } from '../../images/image-files.ts';
import { fixedPart, type ScriptPart, scriptPart } from '../pipeline-script.ts';
import { workspacePattern } from '../publish/apt-api.ts';
import { renderScript } from '../render-script.ts';

/**
 * Returns the statements that fetch the artifacts of components which go into an image: those of the build that
 * started this one, or of the last good one, where somebody else did. `folder` is where they are put, each entry below
 * its own folder. Follows `TriggeredBuildSelector` of the Copy Artifact plugin.
 */
export function copiedArtifacts({ files }: LinkedApplication, folder: string): readonly ScriptPart[] {
  if (files.length === 0) return [];
  const copied = files.map(({ spec, component }, index) => ({
    component: component.name,
    filter: workspacePattern(spec.location),
    target: joinPath(folder, filesFolder(index)),
    origin: fromSeveral([spec.$.origin, spec.component.origin]),
  }));
  return [scriptPart('copy-artifacts.groovy', { files: copied }, ['copyArtifacts'])];
}

/** Where artifacts wait until they are put into the folder that an image is built of. */
const WAITING = '.artifacts';

/** Statements, and the methods that they call. */
interface Placing {
  readonly calls: readonly ScriptPart[];
  readonly methods: readonly ScriptPart[];
}

/** Returns what puts artifacts of components into the folder that an image is built of. */
export function placedArtifacts(application: LinkedApplication, { context }: RepositoryBuild): Placing {
  const { files } = application;
  if (files.length === 0) return { calls: [], methods: [] };
  const placed = files.map(({ spec }, index) => {
    const { folder, file } = keptFiles(spec.location.value);
    const from = [WAITING, filesFolder(index), folder, file ?? '.'].filter(Boolean).join('/');
    const { path } = spec;
    const isFolder = file === undefined || path.value.endsWith('/');
    const found = repositoryPath(context.value, path.value);
    const to = (found.ok && found.path) || '.';
    const into = isFolder ? to : folderOf(to) || '.';
    return {
      into,
      source: from,
      destination: isFolder ? `${into}/` : to,
      origin: fromSeveral([spec.$.origin, spec.location.origin, path.origin, context.origin]),
    };
  });
  const script = renderScript('place-files.sh', { files: placed, all: WAITING });
  return {
    calls: [...copiedArtifacts(application, WAITING), fixedPart('place-files.groovy', ['sh'])],
    methods: [scriptPart('place-method.groovy', { script })],
  };
}

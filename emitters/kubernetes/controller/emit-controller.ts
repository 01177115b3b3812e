import type { Artifact } from '../../../compiler/model/artifact.ts';
import type { Controller } from '../../../compiler/model/controller/controller.ts';
import { scriptsConfigMap } from '../../../compiler/model/controller/kubernetes/scripts-config-map.ts';
import { createTemplates } from '../../../compiler/print/templates.ts';
import { compareText } from '../../../compiler/util/compare-text.ts';
import { emitObjects } from '../emit-folder.ts';
import { printKustomization } from '../kustomization.ts';
import { type ControllerFiles, controllerContent, fillContent } from './controller-content.ts';
import { templates } from './generated/templates.js';
import { readmeData, secretsData } from './guide-data.ts';

const folder = 'kubernetes/jenkins';

const render = createTemplates(templates);

/**
 * Returns the files of the controller: its objects, the kustomization.yaml, the script that makes the Secrets from
 * files, and a guide.
 */
export function emitController(controller: Controller, files: ControllerFiles): readonly Artifact[] {
  const { origin } = controller.project;
  const content = controllerContent(controller, files);
  const objects = [...controller.objects, scriptsConfigMap(controller, content.scripts)].sort((a, b) =>
    compareText(a.file, b.file),
  );
  const comments = [
    `The Jenkins of ${controller.project.value.replace(/\s+/g, ' ')}: kubectl apply --server-side -k .`,
    'Make its Secrets first: see README.md.',
  ];
  return [
    ...emitObjects(folder, objects).map((artifact) => ({
      ...artifact,
      content: fillContent(artifact.content, content),
    })),
    { path: `${folder}/kustomization.yaml`, content: printKustomization({ comments, objects }), origin },
    {
      path: `${folder}/create-secrets.sh`,
      content: render('create-secrets', secretsData(controller)),
      origin,
    },
    {
      path: `${folder}/README.md`,
      content: render('readme', readmeData(controller, content.imageTag)),
      origin,
    },
  ];
}

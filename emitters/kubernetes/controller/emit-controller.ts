import type { Artifact } from '../../../compiler/model/artifact.ts';
import type { Ir } from '../../../compiler/model/ir.ts';
import { createTemplates } from '../../../compiler/print/templates.ts';
import { compareText } from '../../../compiler/util/compare-text.ts';
import { emitObjects } from '../emit-folder.ts';
import { printKustomization } from '../kustomization.ts';
import { type ControllerPart, controllerContent } from './controller-content.ts';
import { fillContent } from './fill-content.ts';
import { templates } from './generated/templates.js';
import { readmeData, secretsData } from './guide-data.ts';
import { scriptsConfigMap } from './scripts-config-map.ts';

const folder = 'kubernetes/jenkins';

const render = createTemplates(templates);

/**
 * Returns the files of the controller: its objects, the kustomization.yaml, the script that makes the Secrets from
 * files, and a guide.
 */
export function emitController(ir: Pick<Ir, ControllerPart | 'project'>): readonly Artifact[] {
  const { controller } = ir;
  const { origin } = controller.project;
  const content = controllerContent(ir);
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

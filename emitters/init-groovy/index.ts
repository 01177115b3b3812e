import { createTemplates } from '../../compiler/print/templates.ts';
import type { Emitter } from '../emitter.ts';
import { templates } from './generated/templates.js';
import { scriptData } from './script-data.ts';

const render = createTemplates(templates);

/**
 * The scripts that Jenkins runs when it starts, `jenkins/init.groovy.d/NN-*.groovy`: Groovy 2.4, in the order in which
 * Jenkins runs them.
 */
export const initGroovy: Emitter<'controller'> = {
  name: 'init-groovy',
  description: 'the init scripts that set up Jenkins when it starts',
  needs: ['controller'],
  emit: ({ controller }) =>
    controller.initScripts.map((script) => ({
      path: `jenkins/init.groovy.d/${script.name}.groovy`,
      content: render(script.kind, scriptData(script)),
      origin: script.origin,
    })),
};

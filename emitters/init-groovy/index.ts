import type { Emitter } from '../emitter.ts';
import { renderInitScripts } from './render-init-scripts.ts';

/** The scripts that Jenkins runs when it starts: `jenkins/init.groovy.d/NN-*.groovy`. */
export const initGroovy: Emitter<'controller'> = {
  name: 'init-groovy',
  description: 'the init scripts that set up Jenkins when it starts',
  needs: ['controller'],
  emit: ({ controller }) =>
    renderInitScripts(controller).map(({ name, content, origin }) => ({
      path: `jenkins/init.groovy.d/${name}`,
      content,
      origin,
    })),
};

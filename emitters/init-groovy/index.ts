import {
  initScriptsFolder,
  startFilesOutput,
} from '../../compiler/model/controller/scripts/init-script-files.ts';
import { createTemplates } from '../../compiler/print/templates.ts';
import { countBreaks } from '../../compiler/text/count-breaks.ts';
import { TracedText } from '../../compiler/text/traced-text.ts';
import type { Emitter } from '../emitter.ts';
import { templates } from './generated/templates.js';
import { scriptData } from './script-data.ts';

const render = createTemplates(templates);

/**
 * The scripts that Jenkins runs when it starts, `jenkins/init.groovy.d/NN-*.groovy`: Groovy 2.4, in the order in which
 * Jenkins runs them. Behind them, in `jenkins/start-files`, the files of the project's own that some of them read.
 */
export const initGroovy: Emitter<'controller'> = {
  name: 'init-groovy',
  description: 'the init scripts that set up Jenkins when it starts',
  needs: ['controller'],
  emit: ({ controller }) => [
    ...controller.initScripts.map((script) => {
      const { text, marks } = render(script.kind, scriptData(script));
      const whole = { first: 0, last: countBreaks(text) - 1, origin: script.origin };
      return {
        path: `${initScriptsFolder}/${script.name}.groovy`,
        content: new TracedText(text, [whole, ...marks]),
        origin: script.origin,
      };
    }),
    ...controller.startFiles.map(({ name, text, origin }) => ({
      path: `${startFilesOutput}/${name}`,
      content: text,
      origin,
    })),
  ],
};

import type { Controller } from '../../compiler/model/controller/controller.ts';
import { createTemplates } from '../../compiler/print/templates.ts';
import type { Origin } from '../../compiler/text/origin.ts';
import type { TracedText } from '../../compiler/text/traced-text.ts';
import { templates } from './generated/templates.js';
import { scriptData } from './script-data.ts';

/** One file of init.groovy.d. */
export interface InitScriptFile {
  /** Such as `10-security.groovy`. */
  readonly name: string;
  readonly content: TracedText;
  readonly origin: Origin;
}

const render = createTemplates(templates);

/** The scripts are files, and the pod of the controller holds them too. */
const rendered = new WeakMap<Controller, readonly InitScriptFile[]>();

/** Returns the init scripts of a controller as Groovy 2.4, in the order in which Jenkins runs them. */
export function renderInitScripts(controller: Controller): readonly InitScriptFile[] {
  const known = rendered.get(controller);
  if (known !== undefined) return known;
  const scripts = controller.initScripts.map((script) => ({
    name: `${script.name}.groovy`,
    content: render(script.kind, scriptData(script)),
    origin: script.origin,
  }));
  rendered.set(controller, scripts);
  return scripts;
}

import { createTemplates, type RenderTemplate } from '../../../print/templates.ts';
import { templates } from './generated/templates.js';

let render: RenderTemplate | undefined;

/** Returns the text of a script from the template of this name, with the origins of its lines. */
export function renderScript(...[name, data]: Parameters<RenderTemplate>): ReturnType<RenderTemplate> {
  render ??= createTemplates(templates);
  return render(name, data);
}

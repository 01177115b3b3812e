import type { TracedText } from '../text/traced-text.ts';
import { type Templates, TemplateWriter } from './template-writer.ts';

/** Returns the text that the template of this name gives for the data, with the origins of its lines. */
export type RenderTemplate = (name: string, data: object) => TracedText;

/** Returns a renderer for a folder of templates, which `npm run generate` made functions of. */
export function createTemplates(templates: Templates): RenderTemplate {
  return (name, data) => {
    const out = new TemplateWriter();
    out.partial(templates, name)(out, data);
    return out.traced();
  };
}

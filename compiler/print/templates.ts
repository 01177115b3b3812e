import type { Origin } from '../text/origin.ts';
import type { TracedText } from '../text/traced-text.ts';
import { type Templates, TemplateWriter } from './template-writer.ts';

/**
 * Returns the text that the template of this name gives for the data, with the origins of its lines; all of them come from
 * `origin`, too, if one is given.
 */
export type RenderTemplate = (name: string, data: object, origin?: Origin) => TracedText;

/** Returns a renderer for a folder of templates, which `npm run generate` made functions of. */
export function createTemplates(templates: Templates): RenderTemplate {
  return (name, data, origin) => {
    const out = new TemplateWriter();
    const whole = out.open(origin);
    out.partial(templates, name)(out, data);
    out.close(whole);
    return out.traced();
  };
}

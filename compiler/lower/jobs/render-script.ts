import { createTemplates } from '../../print/templates.ts';
import { templates } from './generated/templates.js';

/** Returns the text of a script from the template of this name, with the origins of its lines. */
export const renderScript = createTemplates(templates);

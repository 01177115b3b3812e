import { type Field, text } from './fields.ts';
import { patterns } from './patterns.ts';

/** Returns the fields of a plugin that a spec names, with the version of bitesize that brought them there. */
export function pluginFields(since: string): Readonly<Record<string, Field>> {
  return {
    id: text('Id of the plugin.', {
      pattern: patterns.pluginId,
      required: true,
      examples: ['prometheus'],
      since,
    }),
    version: text('Version of the plugin.', {
      minLength: 1,
      without: 'the version of the plugin catalogue',
      examples: ['860.v532442b_44e9a_'],
      since,
    }),
    why: text('Why the plugin is wanted. It becomes a comment in plugins.txt.', {
      without: 'the name of this file',
      examples: ['scraped by the monitoring of the cluster'],
      since,
    }),
  };
}

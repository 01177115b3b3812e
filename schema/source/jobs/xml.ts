import { type Field, list, text } from '../fields.ts';
import { pluginFields } from '../plugin-fields.ts';
import type { Definitions, ObjectSource } from '../spec-file.ts';
import { SINCE } from './family.ts';
import { allowance, XML_SCRIPTS } from './groovy-script.ts';

const plugins = list('Plugins that it needs beside those that its elements tell.', {
  of: 'JobPlugin',
  without: 'none',
  examples: [[{ id: 'log-parser' }]],
  since: SINCE,
});

/** What a fragment may be: a publisher that has no field. */
const javadoc =
  '<hudson.tasks.JavadocArchiver><javadocDir>build/javadoc</javadocDir><keepAll>false</keepAll></hudson.tasks.JavadocArchiver>';

/** The field for what the others cannot say. */
export const fragmentsField: Field = list('Elements of XML for what the other fields cannot say.', {
  of: 'JobFragment',
  without: 'none',
  examples: [[{ at: 'publishers', xml: javadoc }]],
  since: SINCE,
});

/** What jobs say in XML. */
export const fragments: Definitions = {
  JobFragment: {
    description: 'Elements of XML that are put into the configuration of the job.',
    fields: {
      at: text(
        'Element of the configuration that gets them as its last children, such as `publishers` or `properties`.',
        {
          without: 'the job itself, where each stands instead of an element of its name',
          examples: ['publishers'],
          since: SINCE,
        },
      ),
      xml: text('The elements, as Jenkins saves them.', {
        minLength: 1,
        required: true,
        examples: [javadoc],
        since: SINCE,
        secret: true,
      }),
      allow: allowance(XML_SCRIPTS),
      plugins,
    },
    examples: [{ at: 'publishers', xml: javadoc }],
  },
  JobPlugin: {
    description: 'A plugin that is installed for elements of XML.',
    fields: pluginFields(SINCE),
    examples: [{ id: 'log-parser' }],
  },
};

const minimal = '<project>\n  <disabled>true</disabled>\n</project>\n';

/** Returns the kind of jobs that are given whole, which has the given fields, too. */
export function xmlKind(named: Readonly<Record<string, Field>>): ObjectSource {
  return {
    description: 'A job that is given whole as XML, in the form in which Jenkins saves it.',
    fields: {
      ...named,
      xml: text('The configuration itself: one element with all that is in it.', {
        minLength: 1,
        without: '`xml_file`',
        examples: [minimal],
        since: SINCE,
        secret: true,
      }),
      xml_file: text(
        'A file beside the specs that holds the configuration, such as a `config.xml` of Jenkins.',
        {
          minLength: 1,
          without: '`xml`',
          examples: ['jobs/legacy.xml'],
          since: SINCE,
          refers: 'file',
        },
      ),
      allow: allowance(XML_SCRIPTS),
      plugins,
    },
    examples: [{ name: 'legacy', kind: 'xml', xml: minimal }],
  };
}

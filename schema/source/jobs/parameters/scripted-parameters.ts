import { choice, type Field, flag, integer, part, text, texts } from '../../fields.ts';
import type { Definitions } from '../../spec-file.ts';
import { SINCE, type Things } from '../family.ts';
import { allowController, groovyScript } from '../groovy-script.ts';
import { named } from './named.ts';

const choiceType = choice('How the values are shown.', {
  values: {
    'single-select': 'A list of which one can be chosen.',
    'multi-select': 'A list of which several can be chosen.',
    'radio-buttons': 'Buttons of which one is on.',
    checkboxes: 'Boxes of which several can be checked.',
  },
  default: 'single-select',
  examples: ['checkboxes'],
  since: SINCE,
});

const scripts: Readonly<Record<string, Field>> = {
  script: part('GroovyScriptParameter', 'Groovy script that returns the values.', {
    required: true,
    examples: ["return ['staging', 'production']"],
    since: SINCE,
  }),
  fallback_script: part('FallbackScriptParameter', 'Groovy script that is run where the first one fails.', {
    without: 'the list is empty then',
    examples: ["return ['staging']"],
    since: SINCE,
  }),
};

const visibleItems = integer('How many values are seen at once.', {
  default: 1,
  examples: [5],
  since: SINCE,
  minimum: 1,
});

const chosen: Readonly<Record<string, Field>> = {
  ...scripts,
  choice_type: choiceType,
  visible_items: visibleItems,
  enable_filters: flag('Whether there is a field that filters the values.', {
    default: false,
    examples: [true],
    since: SINCE,
  }),
  filter_starts_at: integer('After how many letters the filter works.', {
    default: 1,
    examples: [3],
    since: SINCE,
    minimum: 1,
  }),
};

const referenced = texts(
  'Names of the parameters whose values the script gets; it runs again when they change.',
  {
    required: true,
    minItems: 1,
    examples: [['TARGET']],
    since: SINCE,
  },
);

/** Parameters whose values a script finds. */
export const scriptedParameters: Things = {
  'extended-choice': {
    description: 'One or several of some values, in many forms, by Extended Choice Parameter.',
    fields: named('SUITES', {
      type: choice('How the values are shown.', {
        values: {
          'single-select': 'A list of which one can be chosen.',
          'multi-select': 'A list of which several can be chosen.',
          'multi-level-single-select': 'Lists that depend on each other, of a table; one row can be chosen.',
          'multi-level-multi-select':
            'Lists that depend on each other, of a table; several rows can be chosen.',
          radio: 'Buttons of which one is on.',
          checkbox: 'Boxes of which several can be checked.',
          textbox: 'A field to write in.',
          hidden: 'Not at all.',
          json: 'A form that a JSON schema describes.',
        },
        default: 'single-select',
        examples: ['checkbox'],
        since: SINCE,
      }),
      values: texts('The values.', {
        without: '`property_file` or `groovy`',
        examples: [['smoke', 'full']],
        since: SINCE,
      }),
      property_file: text('Path or address of a properties file that has the values.', {
        without: '`values` or `groovy`',
        examples: ['/etc/jenkins/suites.properties'],
        since: SINCE,
      }),
      property_key: text('Key of the values in the file.', {
        without: 'none',
        examples: ['suites'],
        since: SINCE,
      }),
      groovy: part('ExtendedChoiceScriptParameter', 'Groovy script that returns the values.', {
        without: '`values` or `property_file`',
        examples: [{ script: "return ['smoke', 'full']", allow: 'controller' }],
        since: SINCE,
      }),
      default: text('The values that are chosen before somebody changes them, with commas between them.', {
        without: 'none',
        examples: ['smoke'],
        since: SINCE,
      }),
      default_property_file: text('Path or address of a properties file that has the default.', {
        without: 'none',
        examples: ['/etc/jenkins/suites.properties'],
        since: SINCE,
      }),
      default_property_key: text('Key of the default in the file.', {
        without: 'none',
        examples: ['default'],
        since: SINCE,
      }),
      default_groovy: part('ExtendedChoiceScriptParameter', 'Groovy script that returns the default.', {
        without: 'none',
        examples: [{ script: "return 'smoke'", allow: 'controller' }],
        since: SINCE,
      }),
      value_descriptions: texts('What is shown instead of the values, in their order.', {
        without: 'the values',
        examples: [['Ten minutes', 'Two hours']],
        since: SINCE,
      }),
      description_property_file: text('Path or address of a properties file that has the descriptions.', {
        without: 'none',
        examples: ['/etc/jenkins/suites.properties'],
        since: SINCE,
      }),
      description_property_key: text('Key of the descriptions in the file.', {
        without: 'none',
        examples: ['descriptions'],
        since: SINCE,
      }),
      description_groovy: part(
        'ExtendedChoiceScriptParameter',
        'Groovy script that returns the descriptions.',
        {
          without: 'none',
          examples: [{ script: "return ['Ten minutes', 'Two hours']", allow: 'controller' }],
          since: SINCE,
        },
      ),
      javascript: text('Script of the page, for `type: json`.', {
        without: 'none',
        examples: ['console.log(1)'],
        since: SINCE,
      }),
      javascript_file: text('Path or address of such a script.', {
        without: 'none',
        examples: ['/etc/jenkins/form.js'],
        since: SINCE,
      }),
      save_json_to_file: flag('Whether the value is written to a file, for `type: json`.', {
        default: false,
        examples: [true],
        since: SINCE,
      }),
      quote_value: flag('Whether the variable has each value in quotes.', {
        default: false,
        examples: [true],
        since: SINCE,
      }),
      delimiter: text('What stands between the values in the variable.', {
        default: ',',
        examples: [';'],
        since: SINCE,
        minLength: 1,
      }),
      visible_items: integer('How many values are seen at once.', {
        default: 5,
        examples: [10],
        since: SINCE,
        minimum: 1,
      }),
    }),
    examples: [{ name: 'SUITES', type: 'checkbox', values: ['smoke', 'full'], default: 'smoke' }],
  },
  'active-choices': {
    description: 'Values that a Groovy script finds, by Active Choices.',
    fields: named('TARGET', chosen),
    examples: [{ name: 'TARGET', script: "return ['staging', 'production']" }],
  },
  'active-choices-reactive': {
    description: 'Values that a Groovy script finds from those of other parameters, by Active Choices.',
    fields: named('SERVICE', { ...chosen, referenced_parameters: referenced }),
    examples: [{ name: 'SERVICE', script: 'return [TARGET + "-web"]', referenced_parameters: ['TARGET'] }],
  },
  'dynamic-reference': {
    description:
      'A text, list or piece of HTML that a Groovy script makes of other parameters, by Active Choices.',
    fields: named('SUMMARY', {
      ...scripts,
      choice_type: choice('How the result is shown.', {
        values: {
          'input-text-box': 'A field to write in.',
          'numbered-list': 'A list with numbers.',
          'bullet-items-list': 'A list without numbers.',
          'formatted-html': 'HTML.',
          'formatted-hidden-html': 'HTML that is not seen.',
        },
        default: 'input-text-box',
        examples: ['formatted-html'],
        since: SINCE,
      }),
      visible_items: visibleItems,
      omit_value_field: flag('Whether the form has no field of its own for the value: the HTML has one.', {
        default: false,
        examples: [true],
        since: SINCE,
      }),
      referenced_parameters: referenced,
    }),
    examples: [
      {
        name: 'SUMMARY',
        script: 'return "<b>" + TARGET + "</b>"',
        choice_type: 'formatted-html',
        referenced_parameters: ['TARGET'],
      },
    ],
  },
};

/** What the parameters with scripts are made of. */
export const parameterParts: Definitions = {
  GroovyScriptParameter: groovyScript("return ['staging', 'production']"),
  FallbackScriptParameter: groovyScript("return ['staging']"),
  ExtendedChoiceScriptParameter: {
    description:
      'A Groovy script of a parameter, which Jenkins runs when somebody opens the form of a build.',
    fields: {
      allow: allowController,
      script: text('The script.', {
        without: '`script_path`',
        examples: ["return ['smoke', 'full']"],
        since: SINCE,
      }),
      script_path: text('Path or address of the script, as the controller sees it.', {
        without: '`script`',
        examples: ['/etc/jenkins/suites.groovy'],
        since: SINCE,
      }),
      bindings: texts('Variables that the script gets, as `NAME=value`.', {
        without: 'none',
        examples: [['LEVEL=2']],
        since: SINCE,
      }),
      classpath: texts('Where the script finds classes beside those of Jenkins.', {
        without: 'the classes of Jenkins alone',
        examples: [['/opt/lib/suites.jar']],
        since: SINCE,
      }),
    },
    examples: [{ script: "return ['smoke', 'full']", allow: 'controller' }],
  },
};

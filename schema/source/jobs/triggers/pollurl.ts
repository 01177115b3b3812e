import { flag, integer, list, part, text, texts } from '../../fields.ts';
import type { Definitions } from '../../spec-file.ts';
import { off, optional, preset, required } from '../builders/about.ts';
import type { Things } from '../family.ts';

/** The objects inside triggers by URLs. */
export const pollurlParts: Definitions = {
  PolledUrl: {
    description: 'A URL that is looked at, and what of its answer counts.',
    fields: {
      url: text('The URL, of HTTP or FTP.', { ...required('https://example.com/latest.json'), minLength: 1 }),
      proxy: flag('Whether the proxy of Jenkins is used.', off),
      follow_redirects: flag('Whether redirects are followed.', off),
      timeout: integer('Seconds to wait for the answer.', preset(300, 60)),
      username: text('User name.', { ...optional('none', 'reader'), minLength: 1 }),
      password: text('Its password.', {
        ...optional('none', '{AQAAABAAAAAQqT6vXv1W1mN2c0l5y0b6uQ==}'),
        minLength: 1,
        secret: true,
      }),
      check_status: integer('The status that starts a build.', {
        ...optional('the status does not count', 200),
        minimum: 100,
        maximum: 599,
      }),
      check_etag: flag('Whether another ETag does.', off),
      check_date: flag('Whether another date of the last change does.', off),
      check_content: part(
        'PolledContent',
        'Which changes of the content do.',
        optional('none', { json: ['$.version'] }),
      ),
    },
    examples: [{ url: 'https://example.com/latest.json', check_content: { json: ['$.version'] } }],
  },
  PolledContent: {
    description: 'Parts of the answer whose changes start a build.',
    fields: {
      simple: flag('Whether the whole content counts.', off),
      json: texts('JSONPaths of what counts.', optional('none', ['$.version'])),
      text: texts('Regular expressions of Java for lines that count.', {
        ...optional('none', ['^version=.*']),
        refers: 'regex',
      }),
      xml: texts('XPaths of what counts.', optional('none', ['//version'])),
    },
    examples: [{ json: ['$.version'] }],
  },
};

/** Builds when what a URL answers changes. */
export const pollurl: Things = {
  pollurl: {
    description: 'Looks at URLs by a schedule and builds where the answer changed, by the URLTrigger plugin.',
    fields: {
      schedule: text("Times in Jenkins' cron syntax, with `H`.", {
        ...required('H/15 * * * *'),
        minLength: 1,
        refers: 'schedule',
      }),
      polling_node: text('Label expression of the agents that look.', {
        ...optional('the controller', 'linux'),
        minLength: 1,
        refers: 'label',
      }),
      urls: list('The URLs.', {
        ...required([{ url: 'https://example.com/latest.json', check_etag: true }]),
        of: 'PolledUrl',
        minItems: 1,
      }),
    },
    examples: [
      { schedule: 'H/15 * * * *', urls: [{ url: 'https://example.com/latest.json', check_etag: true }] },
    ],
  },
};

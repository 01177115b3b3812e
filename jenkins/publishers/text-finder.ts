import type { TextFinderPublisher } from '../../schema/generated/located.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf } from '../shared/xml.ts';
import { elementsOfSpecs, optionalJoined } from './spec-elements.ts';

const PACKAGE = 'hudson.plugins.textfinder';

const conditions = { found: 'MATCH_FOUND', 'not-found': 'MATCH_NOT_FOUND' } as const;

/** Changes results of builds by texts (`TextFinderPublisher` and `TextFinder` 1.33, read 2026-08). */
export const textFinder: Thing<SpecNode<'text-finder', TextFinderPublisher>> = {
  kind: 'text-finder',
  needs: elementsOf('text-finder', 'jobs look for texts in their log and files', '1.14'),
  xml: ({ spec }) =>
    element(`${PACKAGE}.TextFinderPublisher`, [
      elementsOfSpecs('textFinders', spec.finders, (finder) =>
        element(`${PACKAGE}.TextFinder`, [
          leaf('regexp', finder.regexp),
          ...optionalJoined('fileSet', finder.files),
          leaf('buildResult', finder.result),
          leaf(
            'changeCondition',
            finder.condition.map((condition) => conditions[condition]),
          ),
          leaf('alsoCheckConsoleOutput', finder.console),
        ]),
      ),
    ]),
};

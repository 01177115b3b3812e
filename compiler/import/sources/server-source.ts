import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { ServerReading } from '../../jenkins-server/open-server.ts';
import { escapeXmlText } from '../../print/xml.ts';
import type { ConfigSource, ConfigSources } from './config-source.ts';
import { readConfig } from './read-config.ts';

/** Returns the configurations of a running Jenkins, each time the same ones. */
export function serverSources({ facts, items }: ServerReading): ConfigSources {
  return async function* sources(report) {
    yield ownConfig(facts, report);
    for await (const { name, xml, place } of items(report)) yield { name, xml, place };
  };
}

/**
 * Nobody gets Jenkins' own configuration over its API: this is what is known of it, in its form. A view that cannot be read is
 * reported and left out.
 */
function ownConfig(
  { systemMessage, views }: ServerReading['facts'],
  report: (diagnostic: Diagnostic) => void,
): ConfigSource {
  const inside = views.flatMap((view) => {
    const config = readConfig(view);
    if ('root' in config) return [view.xml.replace(/^\s*<\?xml[^>]*\?>/, '').trim()];
    report(config);
    return [];
  });
  const message = `<systemMessage>${escapeXmlText(systemMessage)}</systemMessage>`;
  const xml = ['<hudson>', message, '<views>', ...inside, '</views>', '</hudson>'].join('\n');
  return { name: '', xml, place: 'Jenkins itself' };
}

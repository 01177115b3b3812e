import type { Command } from 'commander';
import { allCodes, type Code, codeDefinition } from '../../diagnostics/codes.ts';
import type { Host } from '../../host/host.ts';
import { type ExitCode, exitCodes } from '../../run/exit-code.ts';
import { compareText } from '../../util/compare-text.ts';
import { suggestion } from '../../util/suggestion.ts';

/** Runs `bitesize explain`: the page of a finding, all about a field, a spec file or a guide; or the list of findings. */
export async function runExplain(host: Host, program: Command, topic: string | undefined): Promise<ExitCode> {
  if (topic === undefined) {
    host.stdout.write(listOfCodes());
    return exitCodes.fine;
  }
  const known = allCodes();
  const found = known.find((name) => name === topic) ?? onlyWithSlug(known, topic);
  if (found !== undefined) {
    host.stdout.write(explanation(host, found));
    return exitCodes.fine;
  }
  const { explainTopic, unknownTopic } = await import('../../docs/explain-topic.ts');
  const text = explainTopic(topic);
  if (text !== undefined) {
    host.stdout.write(text);
    return exitCodes.fine;
  }
  const { commandDocs } = await import('../command-docs.ts');
  const meant = suggestion(topic, [...known, ...known.map((name) => name.slice(name.indexOf('/') + 1))]);
  host.stderr.write(unknownTopic(topic, meant, commandDocs(program)));
  return exitCodes.usage;
}
/** Returns the page of a diagnostic; one that has no page yet gives what the table says. */
function explanation(host: Host, code: Code): string {
  const page = host.readResource(`compiler/diagnostics/pages/${code}.md`);
  if (page.ok) return page.value.endsWith('\n') ? page.value : `${page.value}\n`;
  const { severity, why } = codeDefinition(code);
  const accept =
    severity === 'warning'
      ? `\nTo accept it on one line, write above the line:\n\n    # bitesize-ignore ${code}: <reason>\n`
      : '';
  return `# ${code}\n\nAn ${severity}`.replace('An warning', 'A warning').concat(`. ${why}\n${accept}`);
}

function listOfCodes(): string {
  const names = [...allCodes()].sort(compareText);
  const width = Math.max(...names.map((name) => name.length));
  const lines = names.map((name) => {
    const { severity, why } = codeDefinition(name);
    return `${name.padEnd(width)}  ${severity.padEnd(7)}  ${why}`;
  });
  return `${lines.join('\n')}\n\nbitesize explain <code> says more about one of them; bitesize explain <field> about a field of the specs;\nbitesize explain guides lists the guides.\n`;
}

/** The part after the slash is enough where only one area has it. */
function onlyWithSlug(known: readonly Code[], slug: string): Code | undefined {
  const found = known.filter((name) => name.endsWith(`/${slug}`));
  return found.length === 1 ? found[0] : undefined;
}

import { type Code, codes } from '../../diagnostics/codes.ts';
import type { Host } from '../../host/host.ts';
import { type ExitCode, exitCodes } from '../../run/exit-code.ts';
import { compareText } from '../../util/compare-text.ts';
import { suggestion } from '../../util/suggestion.ts';

/** Runs `bitesize explain`: the page of one diagnostic, or the list of all. */
export function runExplain(host: Host, code: string | undefined): ExitCode {
  if (code === undefined) {
    host.stdout.write(listOfCodes());
    return exitCodes.fine;
  }
  const known = Object.keys(codes).filter(isCode);
  const found = known.find((name) => name === code) ?? onlyWithSlug(known, code);
  if (found !== undefined) {
    host.stdout.write(explanation(host, found));
    return exitCodes.fine;
  }
  const meant = suggestion(code, [...known, ...known.map((name) => name.slice(name.indexOf('/') + 1))]);
  host.stderr.write(`error: there is no diagnostic '${code}'\n`);
  host.stderr.write(meant === undefined ? '(bitesize explain lists all)\n' : `(Did you mean ${meant}?)\n`);
  return exitCodes.usage;
}

/** Returns the page of a diagnostic; one that has no page yet gives what the table says. */
function explanation(host: Host, code: Code): string {
  const page = host.readResource(`compiler/diagnostics/pages/${code}.md`);
  if (page.ok) return page.value.endsWith('\n') ? page.value : `${page.value}\n`;
  const { severity, why } = codes[code];
  const accept =
    severity === 'warning'
      ? `\nTo accept it on one line, write above the line:\n\n    # bitesize-ignore ${code}: <reason>\n`
      : '';
  return `# ${code}\n\nAn ${severity}`.replace('An warning', 'A warning').concat(`. ${why}\n${accept}`);
}

function listOfCodes(): string {
  const names = Object.keys(codes).filter(isCode).sort(compareText);
  const width = Math.max(...names.map((name) => name.length));
  const lines = names.map(
    (name) => `${name.padEnd(width)}  ${codes[name].severity.padEnd(7)}  ${codes[name].why}`,
  );
  return `${lines.join('\n')}\n\nbitesize explain <code> says more about one of them.\n`;
}

/** The part after the slash is enough where only one area has it. */
function onlyWithSlug(known: readonly Code[], slug: string): Code | undefined {
  const found = known.filter((name) => name.endsWith(`/${slug}`));
  return found.length === 1 ? found[0] : undefined;
}

function isCode(name: string): name is Code {
  return Object.hasOwn(codes, name);
}

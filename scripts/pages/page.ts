/** Files of an example, by name. */
export type PageFiles = Readonly<Record<string, string>>;

/** A page about a diagnostic, as far as it is executed. */
export interface Page {
  readonly code: string;
  /** What the example is run with, such as `bitesize check`. */
  readonly command: string;
  /** What the command printed when the page was last made. */
  readonly output: string;
  readonly example: PageFiles;
  readonly fixed: PageFiles;
}

/** The parts that every page has, in this order. */
export const sections = ['Why', 'Example', 'Fixed'] as const;

/**
 * Returns a page read from its Markdown: the title is the code, the text below it says what is reported, `Why` why,
 * `Example` holds the specs and then the command with its output, `Fixed` the specs without the mistake. The name
 * of a file stands behind the language of its block. A page whose example cannot be executed has no output.
 */
export function parsePage(text: string): Page {
  const code = /^# (\S+)$/m.exec(text)?.[1] ?? '';
  const [, example = '', fixed = ''] = sections.map((name) => sectionOf(text, name));
  const [, command = '', output = ''] = OUTPUT.exec(example) ?? [];
  return { code, command, output, example: filesOf(example), fixed: filesOf(fixed) };
}

/** Returns the page with another output in it. */
export function withOutput(text: string, output: string): string {
  return text.replace(OUTPUT, (_, command: string) => `\`\`\`text\n$ ${command}\n${output}\`\`\`\n`);
}

const OUTPUT = /```text\n\$ (.*)\n([\s\S]*?)```\n/;

/** Returns the text of a section; undefined when the page has none of this name. */
export function sectionOf(text: string, name: string): string | undefined {
  const start = text.indexOf(`\n## ${name}\n`);
  if (start === -1) return undefined;
  const end = text.indexOf('\n## ', start + 4);
  return text.slice(start, end === -1 ? undefined : end + 1);
}

function filesOf(section: string): PageFiles {
  const blocks = [...section.matchAll(/```\w+ (\S+)\n([\s\S]*?)```\n/g)];
  return Object.fromEntries(blocks.map(([, name = '', content = '']) => [name, content]));
}

import { pageScript } from './generated/page-script.ts';
import { blockMarkdown, pageHtml } from './html.ts';
import { searchBox } from './search-box.ts';

/** A command with what can follow it, as the command line itself describes it. */
export interface CommandDoc {
  /** Such as `check` or `plugins why`; empty for what every command has. */
  readonly name: string;
  readonly description: string;
  /** What follows the name, such as `[options] [folder...]`. */
  readonly usage: string;
  readonly arguments: readonly CommandWord[];
  readonly options: readonly CommandWord[];
}

/** An argument or an option. */
export interface CommandWord {
  /** Such as `-j, --jobs <number>`. */
  readonly word: string;
  readonly description: string;
  readonly choices: readonly string[];
  /** What holds without it; empty for nothing. */
  readonly fallback: string;
}

/** Returns the place of a command, or of one of its options, on the page of commands. */
export function commandAnchor({ name }: CommandDoc, option?: CommandWord): string {
  const command = name === '' ? 'every-command' : name.replaceAll(' ', '-');
  const long = /--[\w-]+/.exec(option?.word ?? '')?.[0];
  return long === undefined ? command : `${command}${long}`;
}

/** Returns `commands.md`: every command with every argument and option. */
export function commandsMarkdown(commands: readonly CommandDoc[]): string {
  return `# Commands\n\n${introduction}\n\n${commands.map(commandText).join('\n\n')}\n`;
}

/** Returns `commands.html`, where each command and each option has a place of its own. */
export function commandsPage(commands: readonly CommandDoc[]): string {
  const articles = commands.map((command) => {
    const options = command.options.map(
      (option) =>
        `<div id="${commandAnchor(command, option)}">${blockMarkdown(wordText(option)).replace('<ul>', '<ul class="words">')}</div>`,
    );
    return `<article id="${commandAnchor(command)}"><h2><a href="#${commandAnchor(command)}"><code>${titleOf(command)}</code></a></h2>
${blockMarkdown(headText(command))}${options.length === 0 ? '' : '<p class="label">Options</p>'}${options.join('\n')}</article>`;
  });
  const links = commands.map(
    (command) => `<li><a href="#${commandAnchor(command)}">${titleOf(command)}</a></li>`,
  );
  return pageHtml({
    title: 'Commands',
    up: '',
    body: `<h1>Commands</h1>\n${blockMarkdown(introduction)}\n${articles.join('\n')}`,
    side: `<ul>${links.join('')}</ul>`,
    tools: searchBox(''),
    script: pageScript,
  });
}

const introduction =
  'What `bitesize COMMAND --help` says. Exit codes: 0 fine, 1 errors in specs, 2 wrong usage, 3 the output could not be written, 4 valid but different.';

function titleOf({ name }: CommandDoc): string {
  return name === '' ? 'every command' : `bitesize ${name}`;
}

function commandText(command: CommandDoc): string {
  const options = command.options.map(wordText).join('\n');
  return [`## ${titleOf(command)}`, headText(command), options === '' ? '' : `Options:\n\n${options}`]
    .filter((part) => part !== '')
    .join('\n\n');
}

function headText({ name, description, usage, arguments: words }: CommandDoc): string {
  const parts = [
    `${description.slice(0, 1).toUpperCase()}${description.slice(1)}.`,
    name === '' ? '' : `\`\`\`text\nbitesize ${name} ${usage}\n\`\`\``,
    words.map(wordText).join('\n'),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function wordText({ word, description, choices, fallback }: CommandWord): string {
  const facts = [
    choices.length > 0 && `one of ${choices.map((choice) => `\`${choice}\``).join(', ')}`,
    fallback !== '' && `default: \`${fallback}\``,
  ].filter((fact) => fact !== false);
  return `- \`${word}\`: ${description}${facts.length === 0 ? '' : ` (${facts.join('; ')})`}`;
}

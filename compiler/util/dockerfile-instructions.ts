/** An instruction of a Dockerfile. */
export interface DockerfileInstruction {
  /** In capitals. */
  readonly name: string;
  /** What stands behind it, on one line. */
  readonly value: string;
}

/**
 * Returns the instructions of a Dockerfile: lines joined, comments and the texts of here-documents left out. Follows
 * the parser of BuildKit, but for what a syntax of its own may add.
 */
export function dockerfileInstructions(text: string): readonly DockerfileInstruction[] {
  const joins = /^\s*#\s*escape\s*=\s*`\s*$/im.test(leadingComments(text)) ? '`' : '\\';
  const found: DockerfileInstruction[] = [];
  let open: string[] = [];
  let line = '';
  for (const raw of text.split(/\r?\n/)) {
    if (open.length > 0) {
      if (raw.replace(/^\t+/, '') === open[0]) open = open.slice(1);
      continue;
    }
    if (/^\s*#/.test(raw) || (line !== '' && raw.trim() === '')) continue;
    const trimmed = raw.trimEnd();
    if (trimmed.endsWith(joins)) {
      line += `${trimmed.slice(0, -1)} `;
      continue;
    }
    const [, name = '', value] = /^([A-Za-z]+)\s+(\S.*)$/.exec((line + trimmed).trim()) ?? [];
    line = '';
    if (value === undefined) continue;
    found.push({ name: name.toUpperCase(), value });
    if (/^(?:RUN|COPY|ADD)$/i.test(name)) open = hereDocuments(value);
  }
  return found;
}

/** Directives stand before everything else. */
function leadingComments(text: string): string {
  return /^(?:[ \t]*#.*(?:\r?\n|$))*/.exec(text)?.[0] ?? '';
}

function hereDocuments(value: string): string[] {
  return [...value.matchAll(/(?:^|\s)\d*<<-?(["']?)([A-Za-z_][A-Za-z0-9_]*)\1/g)].map(
    ([, , word = '']) => word,
  );
}

/** The stages and arguments of a Dockerfile. */
export interface DockerfileNames {
  /** By their numbers; undefined for one without a name. */
  readonly stages: readonly (string | undefined)[];
  readonly args: readonly string[];
}

/** Returns the names that a Dockerfile declares; undefined where a syntax of its own may mean something else. */
export function dockerfileNames(text: string): DockerfileNames | undefined {
  const syntax = /^[ \t]*#[ \t]*syntax[ \t]*=[ \t]*(\S+)/im.exec(leadingComments(text))?.[1];
  if (syntax !== undefined && !/^(?:docker\.io\/)?docker\/dockerfile(?:-upstream)?(?:[:@]|$)/.test(syntax))
    return undefined;
  const instructions = dockerfileInstructions(text);
  return {
    stages: instructions.flatMap(({ name, value }) =>
      name === 'FROM' ? [/\sAS\s+(\S+)$/i.exec(value)?.[1]] : [],
    ),
    args: instructions.flatMap(({ name, value }) =>
      name === 'ARG'
        ? [...value.matchAll(/(?:^|\s)([A-Za-z_][A-Za-z0-9_]*)(?==|\s|$)/g)].map(([, arg = '']) => arg)
        : [],
    ),
  };
}

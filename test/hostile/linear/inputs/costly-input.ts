/** A kind of spec that is made to be costly: the files of a project, about as large as is asked for. */
export interface CostlyInput {
  readonly name: string;
  readonly files: (bytes: number) => Readonly<Record<string, string>>;
  /** From how many bytes on one sees whether its work grows faster than it does. */
  readonly visibleFrom?: number;
}

/** Returns as many lines as fit into so many bytes, each made of its number. */
export function lines(bytes: number, line: (index: number) => string): string {
  const made: string[] = [];
  for (let size = 0, index = 0; size < bytes; index++) {
    const text = line(index);
    made.push(text);
    size += index === 0 ? 0 : text.length;
  }
  return made.join('');
}

export function letters(bytes: number, piece = 'a'): string {
  return piece.repeat(Math.ceil(bytes / piece.length));
}

export function build(text: string): Readonly<Record<string, string>> {
  return { 'build.bitesize': text };
}

export function component(text: string): Readonly<Record<string, string>> {
  return build(`project: p\ncomponents:\n  - name: web\n${text}`);
}

export function components(bytes: number, line: (index: number) => string) {
  return build(`project: p\ncomponents:\n${lines(bytes, line)}`);
}

export function environments(text: string): Readonly<Record<string, string>> {
  return { 'environments.bitesize': `project: p\nenvironments:\n${text}` };
}

export function services(bytes: number, line: (index: number) => string) {
  return environments(`  - name: dev\n    services:\n${lines(bytes, line)}`);
}

export function service(text: string): Readonly<Record<string, string>> {
  return environments(`  - name: dev\n    services:\n      - name: web\n${text}`);
}

export function applications(text: string): Readonly<Record<string, string>> {
  return { 'application.bitesize': `project: p\napplications:\n${text}` };
}

export function jenkins(text: string): Readonly<Record<string, string>> {
  return { 'jenkins.bitesize': `project: p\njenkins:\n${text}` };
}

export const shell = (text: string) => component(`    build:\n      - shell: "${text}"\n`);
export const script = (text: string) =>
  component(`    build:\n      - shell: |\n${text.replaceAll(/^/gm, '          ')}\n`);

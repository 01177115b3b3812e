import { printYaml } from '../../../compiler/print/yaml.ts';
import type { Traceable } from '../../../compiler/text/traced-text.ts';
import { runCommand } from '../tools/run-command.ts';

/** A program that reads documents, one job a line. */
export interface Reader {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
}

/** Texts in documents, printed once for all readers. */
export interface Printed {
  readonly jobs: readonly Job[];
  readonly document: (texts: readonly string[]) => Traceable;
}

interface Job {
  readonly texts: readonly string[];
  /** The line for the reader. */
  readonly line: string;
}

/** A text that did not arrive, and what arrived instead or why the document was refused. */
export interface Misread {
  readonly text: string;
  readonly got: string;
}

interface Answer {
  readonly wrong: readonly { readonly index: number; readonly got: string }[] | null;
  readonly error?: string;
}

/** Returns a list of mappings with one entry each: the text is its key and its value. */
export function entries(texts: readonly string[]): Traceable {
  return texts.map((text) => ({ [text]: text }));
}

/** Returns a ConfigMap whose data and annotations are the texts. */
export function configMap(texts: readonly string[]): Traceable {
  const values = Object.fromEntries(texts.map((text, index) => [`k${index}`, text]));
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'texts', annotations: values },
    data: values,
  };
}

/** Returns texts as the product prints them, some hundred in a document. */
export function printTexts(
  texts: readonly string[],
  document: (texts: readonly string[]) => Traceable,
): Printed {
  return { jobs: jobsOf(texts, TEXTS_IN_ONE, document), document };
}

const TEXTS_IN_ONE = 500;

function jobsOf(texts: readonly string[], size: number, document: Printed['document']): readonly Job[] {
  return Array.from({ length: Math.ceil(texts.length / size) }, (_, index) => {
    const some = texts.slice(index * size, (index + 1) * size);
    const yaml = printYaml(document(some)).text;
    return { texts: some, line: JSON.stringify({ yaml, texts: some }) };
  });
}

/**
 * Returns the texts that a reader takes for something else. One process reads them all; a document that is refused is
 * taken apart until each text in it has an answer of its own.
 */
export async function misread(reader: Reader, { jobs, document }: Printed): Promise<readonly Misread[]> {
  const found: Misread[] = [];
  let open = jobs;
  while (open.length > 0) {
    const answers = await ask(reader, open);
    const again: Job[] = [];
    open.forEach(({ texts }, at) => {
      const { wrong, error } = answers[at] ?? { wrong: [], error: 'no answer' };
      if (error === undefined)
        for (const { index, got } of wrong ?? []) found.push({ text: texts[index] ?? '', got });
      else if (texts.length > 1) again.push(...jobsOf(texts, Math.ceil(texts.length / 8), document));
      else found.push({ text: texts[0] ?? '', got: error });
    });
    open = again;
  }
  return found;
}

async function ask(reader: Reader, jobs: readonly Job[]): Promise<readonly Answer[]> {
  const { code, stdout, stderr } = await runCommand(reader.command, reader.args, {
    input: jobs.map(({ line }) => `${line}\n`).join(''),
  });
  if (code !== 0) throw new Error(`${reader.name} ended with ${code}: ${stderr.slice(-2000)}`);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Answer);
}

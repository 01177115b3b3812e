import Handlebars from 'handlebars';

/** Returns the text of a template that always gives the same; undefined when it depends on anything. */
export function constantText(source: string): string | undefined {
  const { body } = Handlebars.parse(source);
  const texts = body.map((node) =>
    node.type === 'ContentStatement' ? (node as hbs.AST.ContentStatement).value : undefined,
  );
  return texts.includes(undefined) ? undefined : texts.join('');
}

/** Returns the text with an indent before each of its lines, empty ones too; only a line feed ends a line. */
export function indented(text: string, indent: string): string {
  return text.replaceAll(/(?<=^|\n)(?=[\s\S])/g, indent);
}

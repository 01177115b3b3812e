/** Says what a template cannot say, and where. */
export class TemplateError extends Error {
  constructor(template: string, { loc }: hbs.AST.Node, problem: string) {
    super(`${template}.hbs:${loc.start.line}:${loc.start.column + 1}: ${problem}`);
  }
}

import type { Json } from '../../../check/read/read-scalar.ts';
import { specSchemas } from '../../../check/spec-schemas.ts';
import { constantLines, lines } from '../../../specs-as-code/convert/print-typescript.ts';
import type { TsValue } from '../../../specs-as-code/convert/ts-value.ts';
import type { SourceFile } from '../../../text/span.ts';
import { compareText } from '../../../util/compare-text.ts';
import type { Table } from './columns.ts';
import type { Family } from './families.ts';
import { commentText, familyHead, functionHead, interfaceLines, template } from './function-lines.ts';
import { hintOfJobs } from './hints.ts';
import {
  add,
  type Block,
  exported,
  type Imports,
  MOST_LINES,
  merge,
  moduleOf,
  own,
  partedFamilies,
} from './module-blocks.ts';
import { type Signature, signatureOf, writeCallOf, writeRow } from './parameters.ts';
import { fieldPlace, jobPlace, type Place } from './place.ts';
import { declarationsIn, ProjectNames } from './project-names.ts';
import { TABLES, Tables } from './shared-tables.ts';
import {
  type CallTerm,
  type Declaration,
  type FunctionDeclaration,
  type Hole,
  mayLack,
  type ObjectTerm,
  partsOf,
  type Term,
  type TermNumbers,
  textOf,
} from './term.ts';
import { termOf } from './term-of.ts';
import { typeOfConstant, typeOfHole } from './types.ts';
import { type Names, writeTerm } from './write-term.ts';

/** Jobs as they are written: in families, and alone. */
export interface WrittenJobs {
  readonly families: readonly WrittenFamily[];
  readonly alone: readonly ObjectTerm[];
}

/** A family, the rows that belong to no group, and the groups. */
export interface WrittenFamily {
  readonly family: Family;
  readonly alone: readonly (readonly (Term | undefined)[])[];
  readonly groups: readonly Table[];
}

/** Returns the modules of jobs in TypeScript; the first one is `jobs.bitesize.ts`. */
export function writeModules(
  jobs: WrittenJobs,
  other: Readonly<Record<string, Json>>,
  numbers: TermNumbers,
): readonly SourceFile[] {
  return new ModuleWriter(numbers).write(jobs, other);
}

/** A family with its names. */
interface NamedFamily extends WrittenFamily {
  readonly stem: string;
  readonly function: string;
  readonly list: string;
  readonly row: string;
  readonly rows: string;
}

class ModuleWriter {
  private readonly numbers: TermNumbers;
  private readonly names = new ProjectNames();
  private readonly homes = new Map<string, string>();
  private readonly tables = new Tables(this.names);

  constructor(numbers: TermNumbers) {
    this.numbers = numbers;
  }

  write({ families, alone }: WrittenJobs, other: Readonly<Record<string, Json>>): readonly SourceFile[] {
    const named = families
      .map((family) => this.nameFamily(family))
      .sort((a, b) => compareText(a.list, b.list));
    const rows = families.flatMap((each) => [
      ...each.alone.flat(),
      ...each.groups.flatMap(({ body, parameters }) => [body, ...parameters.flatMap(({ values }) => values)]),
    ]);
    const bodies = families.map(({ family }) => family.table.body);
    const declared = declarationsIn([
      ...bodies,
      ...rows.filter((term) => term !== undefined),
      ...alone,
    ]).filter(({ home }) => home !== 'families');
    this.names.nameAll(declared);
    for (const declaration of declared) this.homes.set(this.names.of(declaration), declaration.home);
    const scripts = declared.filter(({ home }) => home === 'scripts').map((each) => this.script(each));
    const shared = declared.filter(({ home }) => home === 'shared').map((each) => this.declaration(each));
    for (const each of named) this.family(each);
    this.tables.isCounted = true;
    const familyBlocks = named.map((each) => ({ ...each, block: this.family(each) }));
    const aloneBlock = this.jobList(alone);
    const root = this.rootFields(other);
    const total = [
      ...familyBlocks.map(({ block }) => block),
      ...(alone.length > 0 ? [aloneBlock] : []),
    ].reduce((sum, block) => sum + block.lines.length + 1, 0);
    const isOne = total <= MOST_LINES;
    const modules = new Map<string, Block[]>([
      ['scripts', scripts],
      ['shared', shared],
    ]);
    if (!isOne) modules.set(TABLES, this.tables.blocks);
    const aloneName = this.names.claim('other-jobs');
    const main: Block[] = [];
    if (isOne) main.push(...this.tables.blocks.map(own), ...familyBlocks.map(({ block }) => block));
    else {
      for (const { module, blocks } of partedFamilies(familyBlocks)) {
        modules.set(
          module,
          blocks.map(({ block }) => exported(block)),
        );
        for (const { list } of blocks) this.homes.set(list, module);
      }
    }
    const spreads = named.map(({ list }) => list);
    const jobLines: string[] = spreads.map((name) => `    ...${name},`);
    const imports: Imports = new Map();
    if (!isOne) for (const name of spreads) this.import(imports, name);
    if (alone.length > 0 && aloneBlock.lines.length > MOST_LINES / 2 && !isOne) {
      modules.set('others', [
        { ...aloneBlock, lines: [`export const ${aloneName} = [`, ...aloneBlock.lines, '];'] },
      ]);
      this.homes.set(aloneName, 'others');
      this.import(imports, aloneName);
      jobLines.push(`    ...${aloneName},`);
    } else {
      jobLines.push(...aloneBlock.lines.map((line) => `  ${line}`));
      merge(imports, aloneBlock.imports);
    }
    add(imports, 'bitesize', 'jobs');
    main.push({
      lines: ['export default jobs({', ...root, '  jobs: [', ...jobLines, '  ],', '});'],
      imports,
    });
    modules.set('jobs.bitesize', main);
    return [...modules]
      .filter(([, blocks]) => blocks.length > 0)
      .map(([name, blocks]) => moduleOf(name, blocks, modules))
      .sort(
        (a, b) =>
          Number(b.name === 'jobs.bitesize.ts') - Number(a.name === 'jobs.bitesize.ts') ||
          compareText(a.name, b.name),
      );
  }

  private nameFamily(written: WrittenFamily): NamedFamily {
    const { family } = written;
    const stem = hintOfJobs(
      family.jobs.map((job) => textOf(job.fields.get('name')) ?? ''),
      family.kind,
    );
    const list = this.names.claim(`${stem}-jobs`);
    const name = this.names.claim(list.replace(/Jobs(\d*)$/, 'Job$1'));
    const row = this.names.claim(`${stem}-row`);
    this.names.know(family.rows.of, name);
    return {
      ...written,
      stem,
      list,
      function: name,
      row: row.charAt(0).toUpperCase() + row.slice(1),
      rows: this.names.claim(`${stem}-rows`),
    };
  }

  private import(imports: Imports, name: string): void {
    const home = this.homes.get(name);
    if (home !== undefined) add(imports, home, name);
  }

  private namesIn(imports: Imports, parameters: ReadonlyMap<number, string>): Names {
    return {
      of: (declaration) => {
        const name = this.names.of(declaration);
        this.import(imports, name);
        return name;
      },
      parameter: (hole) => parameters.get(hole.id) ?? '',
    };
  }

  private script(declaration: Declaration): Block {
    const imports: Imports = new Map();
    const name = this.names.of(declaration);
    if (declaration.kind === 'constant')
      return {
        lines: [`export const ${name} = ${template(declaration.body, this.namesIn(imports, new Map()))};`],
        imports,
      };
    const parameters = this.names.ofParameters(declaration.parameters);
    const names = this.namesIn(imports, parameters);
    const list = declaration.parameters
      .map((hole) => `${parameters.get(hole.id)}: ${typeOfHole(hole).type}`)
      .join(', ');
    return {
      lines: [
        `export function ${name}(${list}): string {`,
        `  return ${template(declaration.body, names)};`,
        '}',
      ],
      imports,
    };
  }

  private declaration(declaration: Declaration): Block {
    if (declaration.kind === 'function' && declaration.body.kind === 'template')
      return this.script(declaration);
    const imports: Imports = new Map();
    const name = this.names.of(declaration);
    const { place, body } = declaration;
    const type = typeOfConstant(place, body);
    for (const each of type?.names ?? []) add(imports, 'bitesize', `type ${each}`);
    if (declaration.kind === 'constant') {
      const value = writeTerm(body, place, this.namesIn(imports, new Map()));
      return {
        lines: constantLines({
          name,
          value,
          isExported: true,
          ...(type === undefined ? {} : { type: type.type }),
        }),
        imports,
      };
    }
    return this.function(declaration, name, type?.type, imports);
  }

  private function(
    declaration: FunctionDeclaration,
    name: string,
    returns: string | undefined,
    imports: Imports,
  ): Block {
    const parameters = this.names.ofParameters(declaration.parameters);
    const list = declaration.parameters.map((hole) => {
      const type = typeOfHole(hole);
      for (const each of type.names) add(imports, 'bitesize', `type ${each}`);
      if (hole.wants === 'items' && mayLack(hole)) return `${parameters.get(hole.id)}: ${type.type} = []`;
      return `${parameters.get(hole.id)}${mayLack(hole) ? '?' : ''}: ${type.type}`;
    });
    const value = writeTerm(declaration.body, declaration.place, this.namesIn(imports, parameters));
    return {
      lines: [
        ...functionHead(
          `export function ${name}(`,
          list,
          `)${returns === undefined ? '' : `: ${returns}`} {`,
        ),
        ...lines(value, 'return ', ';', 2),
        '}',
      ],
      imports,
    };
  }

  private family(named: NamedFamily): Block {
    const { family } = named;
    const imports: Imports = new Map();
    const parameters = this.names.ofParameters(family.table.parameters);
    const signature = signatureOf(
      family.table.parameters,
      this.numbers,
      ({ id }) => parameters.get(id) ?? '',
    );
    for (const { type } of signature.parameters)
      for (const each of type.names) add(imports, 'bitesize', `type ${each}`);
    const names = this.namesIn(imports, parameters);
    const { body } = family.table;
    const value = body.kind === 'object' ? this.job(body, names, imports) : undefined;
    const sorted = family.jobs.map((job) => textOf(job.fields.get('name')) ?? '').sort(compareText);
    const rows = named.alone.map((cells) =>
      writeRow(signature, this.cellsOf(signature, family.table.parameters, cells), this.numbers, names),
    );
    const parts = named.groups.map((group) => this.group(group, named, signature, imports));
    const type = rowsType(named, signature);
    const sharedRows = rows.length === 0 ? undefined : this.tables.nameOf(listOf(rows), type, named.rows);
    if (sharedRows !== undefined) add(imports, TABLES, sharedRows);
    const mapped = mapRows(sharedRows ?? named.rows, named, signature);
    return {
      imports,
      lines: [
        ...(signature.style === 'object' ? [...interfaceLines(named.row, signature), ''] : []),
        `/** ${sorted.length} jobs: \`${commentText(sorted[0])}\` to \`${commentText(sorted.at(-1))}\`. */`,
        ...familyHead(named, signature),
        ...(value === undefined ? [] : lines(value, 'return ', ';', 2)),
        '}',
        '',
        ...(rows.length === 0 || sharedRows !== undefined
          ? []
          : [...lines(listOf(rows), `const ${named.rows}: ${type} = `, ';', 0), '']),
        ...(parts.length === 0
          ? [`const ${named.list} = ${mapped};`]
          : [
              `const ${named.list} = [`,
              ...(rows.length === 0 ? [] : [`  ...${mapped},`]),
              ...parts.flat(),
              '];',
            ]),
      ],
    };
  }

  /** Returns cells in the order in which the function takes its parameters. */
  private cellsOf({ parameters }: Signature, holes: readonly Hole[], cells: readonly (Term | undefined)[]) {
    return parameters.map(({ hole }) => cells[holes.findIndex(({ id }) => id === hole.id)]);
  }

  /** Rows that are alike: a table of what varies, and a call of the function of the family with it. */
  private group(
    { body, parameters }: Table,
    named: NamedFamily,
    signature: Signature,
    imports: Imports,
  ): readonly string[] {
    if (body.kind !== 'call') return [];
    const own = this.names.ofParameters(parameters);
    const names = this.namesIn(imports, own);
    const cells = this.cellsOf(signature, body.of.parameters, body.values);
    const call = writeCallOf(named.function, signature, cells, this.numbers, names);
    const variables = parameters.map(({ id }) => own.get(id) ?? '');
    const count = parameters[0]?.values.length ?? 0;
    const order = Array.from({ length: count }, (_, row) => row);
    const isText = parameters.every(({ values }) => values.every((value) => textOf(value) !== undefined));
    const usuals = parameters.map((hole) => usualOfOnlyUse(hole, body, signature));
    const rows = order.map((row): TsValue => {
      const values = parameters.map((hole): TsValue => {
        const value = hole.values[row];
        return value === undefined
          ? { kind: 'code', code: 'undefined' }
          : writeTerm(value, hole.place, names);
      });
      const [only] = values;
      if (values.length === 1 && only !== undefined) return only;
      if (isText) return { kind: 'list', items: values.map((value) => ({ value, comments: [] })) };
      const members = values.flatMap((value, index) => {
        const usual = usuals[index];
        const cell = parameters[index]?.values[row];
        if (usual !== undefined && cell !== undefined && this.numbers.of(cell) === this.numbers.of(usual))
          return [];
        return [{ kind: 'field' as const, key: variables[index] ?? '', value, comments: [] }];
      });
      return { kind: 'object', members, isRow: true };
    });
    const parameter =
      variables.length === 1
        ? `(${variables[0]})`
        : isText
          ? `([${variables.join(', ')}])`
          : `({ ${variables.join(', ')} })`;
    const sharedRows = this.tables.nameOf(listOf(rows), undefined, `${variables.join('-')}-rows`);
    if (sharedRows !== undefined) add(imports, TABLES, sharedRows);
    const start =
      sharedRows === undefined
        ? lines(listOf(rows), '...', `.map(${parameter} =>`, 2)
        : [`  ...${sharedRows}.map(${parameter} =>`];
    const [one = '', ...more] = lines(call, '', '),', 0);
    const end = `${start.pop()} ${one}`;
    if (more.length === 0 && end.length <= 100) return [...start, end];
    return [...start, end.slice(0, end.length - one.length - 1), ...lines(call, '', ',', 4), '  ),'];
  }

  private job({ fields }: ObjectTerm, names: Names, imports: Imports): TsValue {
    add(imports, 'bitesize', 'job');
    const kind = textOf(fields.get('kind')) ?? '';
    const place = jobPlace(kind);
    const name = fields.get('name');
    const rest = new Map([...fields].filter(([key]) => key !== 'name'));
    // The kind decides which fields there are: it comes first.
    const ordered = new Map([
      ['kind', rest.get('kind') ?? { kind: 'scalar' as const, value: kind }],
      ...rest,
    ]);
    const object = writeTerm(
      { kind: 'object', fields: ordered },
      { schema: place.schema, ...(place.name === undefined ? {} : { name: place.name }) },
      names,
    );
    if (name === undefined) return { kind: 'call', function: 'job', arguments: [object] };
    return {
      kind: 'call',
      function: 'job',
      arguments: [writeTerm(name, fieldPlace(place, 'name'), names), object],
    };
  }

  private jobList(jobs: readonly ObjectTerm[]): Block {
    const imports: Imports = new Map();
    const names = this.namesIn(imports, new Map());
    const sorted = [...jobs].sort((a, b) =>
      compareText(textOf(a.fields.get('name')) ?? '', textOf(b.fields.get('name')) ?? ''),
    );
    return { lines: sorted.flatMap((job) => lines(this.job(job, names, imports), '', ',', 2)), imports };
  }

  private rootFields(other: Readonly<Record<string, Json>>): readonly string[] {
    const { schema } = specSchemas.jobs;
    const root: Place = { schema };
    const names = this.namesIn(new Map(), new Map());
    return Object.entries(other).flatMap(([key, value]) =>
      lines(writeTerm(termOf(value), fieldPlace(root, key), names), `${key}: `, ',', 2),
    );
  }
}

function listOf(rows: readonly TsValue[]): TsValue {
  return { kind: 'list', items: rows.map((value) => ({ value, comments: [] })) };
}

/** Returns what holds when a row leaves a value out that goes to one parameter as it is. */
function usualOfOnlyUse(hole: Hole, call: CallTerm, signature: Signature): Term | undefined {
  const isIt = (term: Term | undefined) => term?.kind === 'variable' && term.hole.id === hole.id;
  const uses = call.values.reduce((sum, value) => sum + (value === undefined ? 0 : usesOf(hole, value)), 0);
  const index = call.values.findIndex(isIt);
  const parameter = signature.parameters.find((each) => each.hole.id === call.of.parameters[index]?.id);
  return uses === 1 ? parameter?.usual : undefined;
}

function usesOf(hole: Hole, term: Term): number {
  if (term.kind === 'variable') return term.hole.id === hole.id ? 1 : 0;
  return partsOf(term).reduce((sum, part) => sum + usesOf(hole, part), 0);
}

function rowsType(named: NamedFamily, { style, parameters }: Signature): string {
  if (style === 'object') return `${named.row}[]`;
  const [only] = parameters;
  if (parameters.length === 1 && only !== undefined) return `${only.type.type}[]`;
  return `[${parameters.map(({ name, type, isOptional }) => `${name}${isOptional ? '?' : ''}: ${type.type}`).join(', ')}][]`;
}

function mapRows(rows: string, { function: name }: NamedFamily, { style, parameters }: Signature): string {
  return style === 'object' || parameters.length === 1
    ? `${rows}.map(${name})`
    : `${rows}.map((row) => ${name}(...row))`;
}

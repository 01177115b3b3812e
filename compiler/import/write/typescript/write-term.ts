import { templateLines } from '../../../specs-as-code/convert/print-typescript.ts';
import type { Member, TsValue, ListItem as WrittenItem } from '../../../specs-as-code/convert/ts-value.ts';
import { assertNever } from '../../../util/assert-never.ts';
import { fieldPlace, itemPlace, type Place } from './place.ts';
import type { CallTerm, Declaration, Hole, ObjectTerm, Term, WhenTerm } from './term.ts';

/** The names that declarations and parameters have where a term is written. */
export interface Names {
  /** Returns the name of a constant or function, which the module then imports. */
  readonly of: (declaration: Declaration) => string;
  readonly parameter: (hole: Hole) => string;
}

/** Returns a term as it is written in TypeScript, in the short forms that its place allows. */
export function writeTerm(term: Term, place: Place, names: Names): TsValue {
  switch (term.kind) {
    case 'scalar':
      return typeof term.value === 'string' ? { kind: 'text', text: term.value } : code(String(term.value));
    case 'template':
      return {
        kind: 'template',
        parts: term.parts.map((part) => (typeof part === 'string' ? part : code(codeOf(part, names)))),
      };
    case 'list': {
      const [only] = term.items;
      // A list of nothing but another one is that.
      if (only?.spread === true && term.items.length === 1 && only.term.kind === 'name')
        return writeTerm(only.term, place, names);
      return {
        kind: 'list',
        items: term.items.map((item) => writeItem(item.term, item.spread, place, names)),
      };
    }
    case 'object':
      return writeObject(term, place, names);
    case 'call':
      return writeCall(term, names);
    case 'when':
      return {
        kind: 'conditional',
        condition: conditionOf(term, names),
        value: writeTerm(term.value, place, names),
        otherwise: 'undefined',
      };
    case 'variable':
    case 'name':
    case 'lookup':
    case 'each':
      return code(codeOf(term, names));
    default:
      return assertNever(term);
  }
}

function code(text: string): { readonly kind: 'code'; readonly code: string } {
  return { kind: 'code', code: text };
}

/** Returns a term that stands in code, such as in a hole of a text. */
function codeOf(term: Term, names: Names): string {
  switch (term.kind) {
    case 'variable':
      return names.parameter(term.hole);
    case 'name':
      return names.of(term.of);
    case 'lookup':
      return `${names.of(term.of)}[${codeOf(term.by, names)}]`;
    case 'each': {
      const word = 'each';
      const piece = term.piece.map((part) => (part === null ? `\${${word}}` : templateLines(part))).join('');
      return `${codeOf(term.list, names)}.map((${word}) => \`${piece}\`).join('')`;
    }
    default:
      return JSON.stringify(term.kind === 'scalar' ? term.value : null);
  }
}

function conditionOf({ flag }: WhenTerm, names: Names): string {
  const name = codeOf(flag, names);
  return flag.hole.wants === 'flag' ? name : `${name} !== undefined`;
}

function writeItem(term: Term, spread: boolean, place: Place, names: Names): WrittenItem {
  if (!spread) return { value: writeTerm(term, itemPlace(place), names), comments: [] };
  if (term.kind !== 'when') return { value: writeTerm(term, place, names), comments: [], spread };
  const written = writeTerm(term.value, place, names);
  const value: TsValue = {
    kind: 'conditional',
    condition: conditionOf(term, names),
    value: written,
    otherwise: '[]',
  };
  return { value, comments: [], spread };
}

function writeObject(term: ObjectTerm, place: Place, names: Names): TsValue {
  const [[only = '', value] = []] = term.fields;
  if (value !== undefined && isWrittenShort(term, place))
    return value.kind === 'object'
      ? { kind: 'text', text: only }
      : writeTerm(value, fieldPlace(place, only), names);
  const members: Member[] = (term.bases ?? []).map((base) => ({
    kind: 'spread',
    name: names.of(base.of),
    comments: [],
  }));
  for (const [key, field] of term.fields) {
    members.push({
      kind: 'field',
      key,
      comments: [],
      value: writeTerm(field, fieldPlace(place, key), names),
    });
  }
  return { kind: 'object', members };
}

/** Returns whether an object is written as its bare name, or as the value of its short field. */
export function isWrittenShort({ fields, bases }: ObjectTerm, { schema }: Place): boolean {
  const [[only, value] = []] = fields;
  if (value === undefined || fields.size !== 1 || bases !== undefined) return false;
  if (schema?.['x-entry'] === true) return value.kind === 'object' && value.fields.size === 0;
  return schema?.['x-short'] === only && canStandAlone(value);
}

/** What may be missing, and objects, are written with the name of the field. */
function canStandAlone(value: Term): boolean {
  switch (value.kind) {
    case 'object':
    case 'when':
      return false;
    case 'variable':
      return value.hole.values.every((each) => each !== undefined && canStandAlone(each));
    case 'name':
    case 'call':
      return canStandAlone(value.of.body);
    case 'scalar':
      return value.value !== null;
    default:
      return true;
  }
}

function writeCall({ of, values }: CallTerm, names: Names): TsValue {
  const last = values.findLastIndex((value) => value !== undefined);
  return {
    kind: 'call',
    function: names.of(of),
    arguments: values.slice(0, last + 1).map((value, index) => {
      const parameter = of.parameters[index];
      return value === undefined || parameter === undefined
        ? code('undefined')
        : writeTerm(value, parameter.place, names);
    }),
  };
}

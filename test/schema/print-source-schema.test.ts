import { expect, test } from 'vitest';
import { printSourceSchema } from '../../schema/generate/print-source-schema.ts';

test('lists without objects stay on one line', () => {
  const schema = { default: {}, examples: [[], [1, [2, 'x']], [[1], [2]], [{}], [{ a: 1 }]] };
  expect(printSourceSchema(schema)).toBe(`{
  "default": {},
  "examples": [
    [],
    [1, [2, "x"]],
    [
      [1],
      [2]
    ],
    [{}],
    [
      {
        "a": 1
      }
    ]
  ]
}
`);
});

test('a line has at most 110 columns, with the comma after it', () => {
  const fits = (columns: number) => ['a', 'b'.repeat(columns - '  "enum": ["a", ""]'.length)];
  const oneLine = /^ {2}"enum": \["a", "b+"\]/m;
  expect(printSourceSchema({ enum: fits(110) })).toMatch(oneLine);
  expect(printSourceSchema({ enum: fits(111) })).not.toMatch(oneLine);
  expect(printSourceSchema({ enum: fits(109), default: 1 })).toMatch(oneLine);
  expect(printSourceSchema({ enum: fits(110), default: 1 })).not.toMatch(oneLine);
});

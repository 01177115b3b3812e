/**
 * Makes a token of each kind from the facts in compiler/check/rules/secrets/data/secret-shapes.json, looks whether it
 * is found, and says how old the facts are. Facts change by hand: compare them with the sources that the file names,
 * then set its date.
 *
 *   npx tsx scripts/verify-secret-shapes.ts
 */
import { findShapes } from '../compiler/check/rules/secrets/secret-shapes.ts';
import { shapeDate, shapeFacts } from '../compiler/check/rules/secrets/shape-facts.ts';
import { exampleTokens } from './secret-shapes/example-token.ts';

const rows = shapeFacts.map((facts) => {
  const examples = exampleTokens(facts);
  const found = examples.filter((token) =>
    findShapes(`a ${token} b`).some(({ text }) => token.endsWith(text)),
  );
  return { id: facts.id, source: facts.source, starts: examples.length, found: found.length };
});
console.table(rows);
const missed = rows.filter(({ starts, found }) => found < starts);
const days = Math.floor((Date.now() - Date.parse(shapeDate)) / 86_400_000);
console.log(`${rows.length} kinds of ${shapeDate}, ${days} days old, ${missed.length} not found`);
process.exitCode = missed.length > 0 ? 1 : 0;

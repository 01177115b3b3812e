import { writeFileSync } from 'node:fs';
import { measureProject } from './measure.ts';
import { measuredProjects } from './projects.ts';

const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const out: string[] = [];
const sum = { changed: 0, missed: 0, named: 0, wrong: 0 };
for (const project of measuredProjects()) {
  if (wanted.length > 0 && !wanted.some((name) => project.name.includes(name))) continue;
  const t = Date.now();
  const results = await measureProject(project);
  const p = { changed: 0, missed: 0, named: 0, wrong: 0 };
  for (const r of results) {
    p.changed += r.changed;
    p.missed += r.missed.length;
    p.named += r.named;
    p.wrong += r.wrong.length;
    out.push(`## ${project.name} ${r.leaf.file.name} ${r.leaf.path} = ${r.leaf.node.text.split('\n')[0]} -> ${r.mutant} changed ${r.changed} missed ${r.missed.length} named ${r.named} wrong ${r.wrong.length}`);
    for (const line of r.missed) out.push(`  miss ${line}`);
    for (const line of r.wrong) out.push(`  wrong ${line}`);
  }
  sum.changed += p.changed; sum.missed += p.missed; sum.named += p.named; sum.wrong += p.wrong;
  console.log(project.name, results.length, 'leaves', results.filter((r) => r.mutant === undefined).length, 'without mutant', JSON.stringify(p), Date.now() - t, 'ms');
}
console.log(JSON.stringify(sum));
writeFileSync('/tmp/truth-why.txt', out.join('\n'));

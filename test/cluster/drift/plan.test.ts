import { afterEach, expect, inject, test } from 'vitest';
import { apiClient } from '../api/api-client.ts';
import { ensureKind } from '../api/objects.ts';
import { applyProject, everyManifest, removeProject } from '../apply/apply-project.ts';
import { bindClaims } from '../edits/bind-claims.ts';
import { editedSpecs } from '../edits/edited-specs.ts';
import { edits } from '../edits/edits.ts';
import { shop } from '../edits/shop.ts';
import { type CompiledProject, compileProject } from '../project/compile-project.ts';
import { writeProject } from '../project/write-project.ts';
import { record } from '../report/record.ts';
import { askCluster } from './ask-cluster.ts';

/*
 * Each edit of the table is planned while the old state runs: what the server refuses of the jobs has to be named before,
 * with its line of the specs, and nothing else may be.
 */
const connection = inject('cluster');
const client = apiClient(connection);
const installed: CompiledProject[] = [];

afterEach(async () => {
  for (const project of installed.splice(0)) await removeProject(client, project);
});

test.each(edits.map((edit) => [edit.title, edit] as const))('%s', async (_, edit) => {
  const specs = edit.before ?? shop;
  const old = await compileProject(writeProject(specs));
  installed.push(old);
  for (const manifest of everyManifest(old)) await ensureKind(client, manifest);
  expect(await applyProject(client, old)).toEqual([]);
  await bindClaims(client, old);
  const { projects, diagnostics } = await askCluster(
    connection,
    'plan',
    writeProject(editedSpecs(specs, edit.edit)),
  );
  expect(diagnostics).toEqual([]);
  const refused = (projects[0]?.diagnostics ?? []).filter(({ code }) => code === 'live/refused-object');
  const said = refused.map(({ message }) => message).join('\n');
  if (edit.refused === undefined) expect.soft(said).toBe('');
  else expect.soft(said).toMatch(edit.refused);
  for (const { span } of refused) expect.soft(span?.file.name).toMatch(/\.bitesize$/);
  record(connection, {
    suite: 'drift',
    what: 'edits of a spec whose plan says whether the server takes them',
    tried: 1,
    failed: refused.length > 0 === (edit.refused !== undefined) ? 0 : 1,
  });
});

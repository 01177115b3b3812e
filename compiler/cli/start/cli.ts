#!/usr/bin/env node
import { setFlags } from '../../host/v8-flags.ts';
import { type CommandCode, runBin } from '../run-bin.ts';
import { openCode } from './open-code.ts';

/*
 * The built command. What ships with it (pages about diagnostics) stands beside it.
 *
 * Node brings what V8 made of its own modules along, and V8 takes that only without flags: what every run needs is loaded
 * before they are set, and what standard output needs is loaded when it is asked for.
 */
for (const name of ['node:crypto', 'node:os', 'node:process']) process.getBuiltinModule(name);
void process.stdout;
setFlags();
void runBin(
  // The boundary: it is `code.ts`.
  () => openCode(import.meta.url, require) as unknown as CommandCode,
  new URL('./', import.meta.url),
);

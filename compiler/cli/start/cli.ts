#!/usr/bin/env node
import { commandFlags, setFlags } from '../../host/v8-flags.ts';
import { type CommandCode, runBin } from '../run-bin.ts';
import { openCode } from './open-code.ts';

/* The built command. What ships with it (pages about diagnostics) stands beside it. */
setFlags(commandFlags);
void runBin(
  // The boundary: it is `code.ts`.
  () => openCode(import.meta.url, 'command') as unknown as CommandCode,
  new URL('./', import.meta.url),
);

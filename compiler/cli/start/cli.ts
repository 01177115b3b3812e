#!/usr/bin/env node
import { setFlags } from '../../host/v8-flags.ts';
import { type CommandCode, runBin } from '../run-bin.ts';
import { openCode } from './open-code.ts';

/* The built command. What ships with it (pages about diagnostics) stands beside it. */
setFlags();
void runBin(
  // The boundary: it is `code.ts`.
  () => openCode(import.meta.url) as unknown as CommandCode,
  new URL('./', import.meta.url),
);

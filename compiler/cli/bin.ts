#!/usr/bin/env node
import { createNodeHost } from '../host/node-host.ts';
import { main } from './main.ts';

/* The command. What ships with it (pages about diagnostics) stands beside the bundle, or two folders up in a checkout. */
const resources = new URL(import.meta.url.endsWith('.ts') ? '../../' : './', import.meta.url);
process.exitCode = await main(process.argv.slice(2), createNodeHost(resources));

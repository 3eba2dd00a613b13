#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';

// Node 20 optimises so early that the threads of its compiler take a third of the processor time of a scan, which is over before that
// pays: later is 20 to 30 % less, and half the wait where the processors are busy. Its successors wait by themselves and lack the flag.
if (process.versions.v8.startsWith('11.3.')) setFlagsFromString('--interrupt-budget=1000000');

const { main } = await import('../dist/cli/main.js').catch((error) => {
  if (error.code !== 'ERR_MODULE_NOT_FOUND' || !error.message.includes('dist')) throw error;
  console.error('error: waybill is not built yet\nhint: run "npm ci" or "npm run build" in its folder');
  process.exit(2);
});
await main();

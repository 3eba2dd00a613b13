#!/usr/bin/env node
const { main } = await import('../dist/cli/main.js').catch((error) => {
  if (error.code !== 'ERR_MODULE_NOT_FOUND' || !error.message.includes('dist')) throw error;
  console.error('error: waybill is not built yet\nhint: run "npm ci" or "npm run build" in its folder');
  process.exit(2);
});
await main();

import { defineConfig } from 'vitest/config';

// A test fails for what it finds, never for how busy the machine is; this only ends one that hangs.
export default defineConfig({ test: { testTimeout: 120_000, hookTimeout: 120_000 } });

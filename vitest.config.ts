import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// Lexical's node build has a top-level await that now and then never settles on Node 20's loader.
const execArgv = ['--conditions=production'];

export default defineConfig({
  // As the routes of Next name it.
  resolve: { alias: { '@payload-config': fileURLToPath(new URL('payload.config.ts', import.meta.url)) } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{src,jobs,templates,collections}/**/*.test.{ts,tsx}', 'test/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: { name: 'integration', include: ['test/integration/**/*.test.ts', 'test/contracts/**/*.test.ts'] },
      },
      {
        extends: true,
        // Each file has a house and a browser of its own.
        test: { name: 'e2e', include: ['test/e2e/**/*.test.ts'], globalSetup: 'test/e2e/build-once.ts' },
      },
    ],
    environment: 'node',
    pool: 'forks',
    // Vitest would leave one core to its own process, which has little to do; most tests wait for databases and timers besides.
    maxWorkers: '100%',
    execArgv,
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});

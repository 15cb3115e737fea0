import { availableParallelism } from 'node:os';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { kernels } from './scripts/assembly.ts';
import { knownPackages } from './scripts/bundled-packages.ts';
import { embeddedFiles, leftOut, root } from './scripts/bundle.ts';
import { folderPage } from './scripts/folder-page.ts';
import { sealedPage } from './scripts/sealed-page.ts';

/** Where to write the test results as JSON, besides printing them (.ci/run reads it). */
const testReport = process.env['TEST_REPORT'];

/** The mode in which the page is built as several files; in any other it is one. */
const severalFiles = 'folder';

/** The page, with its workers inlined as classic scripts (docs: ARCHITECTURE.md). */
const measured = [
  'test/browser/fingerprint.test.ts',
  'test/browser/journey.test.ts',
  'test/browser/large-file.test.ts',
  'test/browser/wide-table.test.ts',
];
const onNode = {
  // One copy of TF.js, in its modular form, whichever of its files a test imports.
  resolve: { alias: [{ find: /^(@tensorflow\/tfjs-[a-z-]+)$/, replacement: '$1/dist/index.js' }] },
  test: { testTimeout: 30_000, hookTimeout: 60_000, server: { deps: { inline: [/@tensorflow\//] } } },
};
const inBrowser = {
  globalSetup: ['test/browser/setup.ts'],
  testTimeout: 180_000,
  hookTimeout: 180_000,
  // As patient as the driver is: on a busy machine a page takes its time.
  expect: { poll: { timeout: 30_000 } },
};

export default defineConfig(({ mode }) => ({
  base: './',
  // The policy is in the build alone: the development server needs its socket.
  plugins: [svelte(), kernels(root), knownPackages(), mode === severalFiles ? folderPage() : sealedPage()],
  assetsInclude: embeddedFiles,
  resolve: { alias: leftOut },
  build: {
    outDir: 'dist/page',
    target: 'es2022',
    // It would add styles and scripts of its own making, which the policy does not know.
    modulePreload: false,
    cssCodeSplit: false,
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    copyPublicDir: false,
    rolldownOptions: mode === severalFiles ? {} : { output: { codeSplitting: false } },
    chunkSizeWarningLimit: 8192,
  },
  worker: { format: 'iife', plugins: () => [kernels(root), knownPackages()] },
  test: {
    reporters: testReport === undefined ? ['default'] : ['default', 'json'],
    ...(testReport === undefined ? {} : { outputFile: { json: testReport } }),
    // One more than there are cores: unit tests compute, and those in the browser wait as often.
    maxWorkers: availableParallelism() + 1,
    projects: [
      {
        extends: true,
        ...onNode,
        test: {
          ...onNode.test,
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**', 'test/cli/**'],
        },
      },
      {
        extends: true,
        ...onNode,
        test: {
          ...onNode.test,
          name: 'cli',
          include: ['test/cli/**/*.test.ts'],
          globalSetup: ['test/cli/setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          exclude: measured,
          ...inBrowser,
        },
      },
      {
        extends: true,
        // They measure how long the page is busy, or read large files: nothing else may be going on.
        test: {
          name: 'measured',
          include: measured,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
          ...inBrowser,
        },
      },
    ],
  },
}));

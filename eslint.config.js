import './scripts/components-as-typescript.js';
import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** Which folders a layer may not import from. Arrows point one way: see ARCHITECTURE.md. */
const forbidden = {
  'src/engine': ['evaluation', 'io', 'kept', 'release', 'ui', 'embed', 'workers', 'cli'],
  'src/evaluation': ['io', 'kept', 'release', 'ui', 'embed', 'workers', 'cli'],
  'src/io': ['evaluation', 'kept', 'release', 'ui', 'embed', 'workers', 'cli'],
  'src/kept': ['evaluation', 'release', 'ui', 'embed', 'workers', 'cli'],
  'src/release': ['io', 'kept', 'ui', 'embed', 'workers', 'cli'],
  'src/ui': ['cli', 'lib'],
  'src/threads': ['evaluation', 'io', 'kept', 'release', 'ui', 'lib', 'embed', 'workers', 'cli'],
  'src/lib': ['kept', 'ui', 'embed', 'workers', 'cli'],
  'src/embed': ['evaluation', 'io', 'kept', 'release', 'ui', 'workers', 'cli'],
  workers: ['ui', 'embed', 'cli'],
};

const noArrowsBack = Object.entries(forbidden).map(([folder, layers]) => ({
  files: [`${folder}/**/*.ts`],
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        patterns: [
          { regex: `(^|/)(${layers.join('|')})/`, message: `${folder} must not depend on that layer.` },
          ...(folder.startsWith('src/') && folder !== 'src/ui'
            ? [{ regex: '^(svelte|comlink|d3)', message: 'No page libraries below the page.' }]
            : []),
          ...(folder === 'src/engine' || folder === 'src/evaluation'
            ? [{ regex: '^apache-arrow', message: 'Arrow belongs to io.' }]
            : []),
        ],
      },
    ],
  },
}));

const tensorflowOnlyInModels = {
  files: ['src/**/*.ts', 'workers/**/*.ts'],
  ignores: ['src/engine/backend/**', 'src/engine/models/**', 'src/engine/train/**'],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          { regex: '^@tensorflow/', message: 'TF.js is used in engine/backend, models and train alone.' },
        ],
      },
    ],
  },
};

const banned = [
  { selector: "MemberExpression[property.name='dataSync']", message: 'Reads zeros on WebGPU: await data().' },
  {
    selector: "MemberExpression[property.name='arraySync']",
    message: 'Reads zeros on WebGPU: await data().',
  },
];
/** Ways out of the machine: the page's policy refuses them, and its code has no business with them. */
const waysOut = [
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
  'WebTransport',
  'RTCPeerConnection',
  'importScripts',
];
const noWayOut = {
  files: ['src/**/*.{ts,svelte}', 'workers/**/*.ts', 'cli/**/*.ts'],
  rules: {
    'no-restricted-globals': [
      'error',
      ...waysOut.map((name) => ({ name, message: 'Nothing leaves the machine.' })),
    ],
    'no-restricted-properties': ['error', { property: 'sendBeacon', message: 'Nothing leaves the machine.' }],
    'no-eval': 'error',
    'no-new-func': 'error',
    '@typescript-eslint/no-implied-eval': 'error',
  },
};
const bannedWhenPure = [
  ...banned,
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Randomness is an argument.',
  },
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'The clock is an argument.',
  },
  {
    selector: "MemberExpression[object.name='performance'][property.name='now']",
    message: 'The clock is an argument.',
  },
];

export default ts.config(
  {
    ignores: [
      'assembly/',
      'dist/',
      '.bench/',
      'node_modules/',
      'coverage/',
      'bench/reference/',
      'test/fixtures/',
    ],
  },
  js.configs.recommended,
  ...ts.configs.recommendedTypeChecked,
  ...svelte.configs.recommended,
  prettier,
  ...svelte.configs.prettier,
  {
    languageOptions: {
      globals: { ...globals.browser, ...globals.node },
      parserOptions: { projectService: { allowDefaultProject: ['*.js'] }, extraFileExtensions: ['.svelte'] },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...banned],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
  },
  { files: ['**/*.js', '**/*.mjs'], ...ts.configs.disableTypeChecked },
  {
    files: ['src/engine/**/*.ts', 'src/evaluation/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...bannedWhenPure] },
  },
  tensorflowOnlyInModels,
  noWayOut,
  ...noArrowsBack,
  { files: ['.ci/**', 'cli/**', 'bench/**', 'scripts/**', 'test/**'], rules: { 'no-console': 'off' } },
);

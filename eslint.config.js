import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const defaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Name what you export, so that it has one name wherever it is used.',
};

/** What a function of its arguments cannot use: it would answer differently tomorrow, or elsewhere. */
const surroundings = [
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Take the moment as a parameter.' },
  { selector: 'CallExpression[callee.name="Date"]', message: 'Take the moment as a parameter.' },
];
const surroundingProperties = [
  { object: 'Date', property: 'now', message: 'Take the moment as a parameter.' },
  { object: 'Math', property: 'random', message: 'Take the source of chance as a parameter.' },
];
const surroundingGlobals = [
  { name: 'process', message: 'Take what the environment says as a parameter.' },
  ...['crypto', 'fetch', 'globalThis', 'performance', 'setImmediate', 'setInterval', 'setTimeout'].map((name) => ({
    name,
    message: 'The pure core has no clock, chance, network or machine: take it as a parameter.',
  })),
];

export default defineConfig(
  globalIgnores(['dist/', 'coverage/', 'data/', '.stack/', 'e2e/samples/']),
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Marked as deprecated to stand out: an issuer on this machine has no https.
      '@typescript-eslint/no-deprecated': [
        'error',
        { allow: [{ from: 'package', name: 'allowInsecureRequests', package: 'openid-client' }] },
      ],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-generated-empty-object-type': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      eqeqeq: 'error',
      'no-restricted-syntax': ['error', defaultExport],
    },
  },
  {
    name: 'Only the command line and the beginning of a program speak to the console',
    files: ['libs/**/*.{ts,tsx}', 'services/**/*.{ts,tsx}', 'dashboards/**/*.{ts,tsx}'],
    ignores: ['services/cli/**', '**/main.ts'],
    rules: { 'no-console': 'error' },
  },
  {
    name: 'The pure core is a function of its arguments',
    files: ['libs/{events,calendars,measures,disclosure,synthetic}/**/*.ts'],
    ignores: ['**/*.{spec,contract,testkit,stack}.{ts,tsx}'],
    rules: {
      'no-restricted-globals': ['error', ...surroundingGlobals],
      'no-restricted-properties': ['error', ...surroundingProperties],
      'no-restricted-syntax': ['error', defaultExport, ...surroundings],
    },
  },
  {
    name: 'Tests may read answers without saying what they are',
    files: ['**/*.{spec,contract,testkit,stack}.{ts,tsx}', 'e2e/**/*.ts'],
    rules: {
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
);

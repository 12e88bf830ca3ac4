import js from '@eslint/js';
import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import { floors } from './scripts/floors.mjs';

const nodeFiles = ['**/*.{js,mjs}', '*.config.ts', '.storybook/*.ts'];

export default defineConfig(
  { ignores: ['**/dist', 'cdn', 'coverage', 'storybook-static', 'examples/server/data'] },
  js.configs.recommended,
  ts.configs.recommendedTypeChecked,
  lit['flat/recommended'],
  wc['flat/recommended'],
  litA11y.configs.recommended,
  {
    files: ['**/*.ts'],
    languageOptions: {
      globals: globals.browser,
      parserOptions: {
        project: [
          './tsconfig.json',
          './tsconfig.tools.json',
          './tsconfig.examples.json',
          './tsconfig.server.json',
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      // Being async is a promise to the caller, kept also by a method that has nothing to await.
      '@typescript-eslint/require-await': 'off',
    },
  },
  // These are typed by what the build makes, which a lint run does not wait for.
  {
    files: ['examples/**', '.storybook/preview.ts', '**/*.{js,mjs,jsx,tsx}'],
    ...ts.configs.disableTypeChecked,
  },
  { files: nodeFiles, languageOptions: { globals: { ...globals.node, ...globals.browser } } },
  // Lit binds the listeners in a template to their element.
  { files: ['src/components/**'], rules: { '@typescript-eslint/unbound-method': 'off' } },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off',
      // A spy takes a method's place.
      '@typescript-eslint/unbound-method': 'off',
      // A plugin types chai's `equal` as a promise, which it is for DOM snapshots only.
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: [{ from: 'package', package: 'chai', name: ['Equal'] }] },
      ],
    },
  },
  ...floors(),
);

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
  { ignores: ['dist', 'cdn', 'coverage', 'storybook-static'] },
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
        project: ['./tsconfig.json', './tsconfig.tools.json', './tsconfig.examples.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      // A lazy `() => void handler()` is how an event handler starts something async.
      '@typescript-eslint/no-confusing-void-expression': 'off',
    },
  },
  // These are typed by what the build makes, which a lint run does not wait for.
  {
    files: ['examples/**', '.storybook/preview.ts', '**/*.{js,mjs,jsx,tsx}'],
    ...ts.configs.disableTypeChecked,
  },
  { files: nodeFiles, languageOptions: { globals: { ...globals.node, ...globals.browser } } },
  { files: ['test/**'], rules: { '@typescript-eslint/no-unused-expressions': 'off' } },
  ...floors(),
);

/**
 * What Vite bundles before the first test. A dependency that it finds later makes it bundle anew,
 * which breaks the pages that are open.
 */
export const optimizeDeps = {
  entries: ['src/**/*.ts', 'test/**/*.test.ts', 'stories/**/*.stories.ts', '!**/*.d.ts'],
  include: [
    'lit',
    'lit/html.js',
    'lit/decorators.js',
    'lit/directive-helpers.js',
    'lit/directives/*.js',
    'lit/static-html.js',
    '@lit/context',
    'zod',
    'zod/mini',
    'idb',
    'ky',
    'fhirpath',
    'fhirpath/fhir-context/r4',
    'marked',
    '@daily-co/daily-js',
    'fast-check',
    'axe-core',
    '@open-wc/testing',
    '@web/test-runner-commands',
    'storybook/actions',
    'storybook/preview-api',
    'storybook/test',
    '@storybook/web-components/entry-preview',
  ],
  // Icons are imported one by one and are ES modules already.
  exclude: ['lucide'],
};

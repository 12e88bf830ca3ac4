import { defineConfig, type UserConfig } from 'vite';
import manifest from './package.json' with { type: 'json' };
import { entries } from './scripts/entries.mjs';
import { leanOutput } from './scripts/lean-output.mjs';

const withoutExtension = (path: string) => path.replace(/^src\//, '').replace(/\.ts$/, '');
const dependencies = [...Object.keys(manifest.dependencies), '@lit'];

/** The npm build: src file by file, dependencies and minifying left to the customer's bundler. */
const npm: UserConfig = {
  publicDir: false,
  plugins: leanOutput,
  build: {
    target: 'es2022',
    outDir: 'dist',
    sourcemap: true,
    license: { fileName: 'third-party.md' },
    minify: false,
    lib: {
      entry: Object.fromEntries(entries().map(({ source }) => [withoutExtension(source), source])),
      formats: ['es'],
    },
    rolldownOptions: {
      external: new RegExp(`^(?:${dependencies.join('|')})(?:/|$)`),
      output: {
        preserveModules: true,
        preserveModulesRoot: 'src',
        // npm packs no folder of the name node_modules: what is inlined needs another one.
        entryFileNames: ({ name }) =>
          `${name.replace(/^.*(?:node_modules|@oxc-project_runtime@[^/]+)\//, 'vendor/')}.js`,
      },
    },
  },
};

/** The CDN build, `--mode cdn`: one script tag, everything bundled, each element a lazy chunk. */
const cdn: UserConfig = {
  publicDir: false,
  plugins: leanOutput,
  build: {
    target: 'es2022',
    outDir: 'cdn',
    sourcemap: true,
    license: { fileName: 'third-party.md' },
    minify: true,
    lib: { entry: { wayfellow: 'src/script-tag.ts' }, formats: ['es'] },
    rolldownOptions: {
      output: {
        chunkFileNames: 'chunks/[name]-[hash].js',
        // A library's ES modules keep their white space unless told otherwise.
        minify: { codegen: { removeWhitespace: true } },
      },
    },
  },
};

export default defineConfig(({ mode }) => (mode === 'cdn' ? cdn : npm));

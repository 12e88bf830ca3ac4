import assert from 'node:assert/strict';
import test, { describe } from 'node:test';
import ts from 'typescript';
import { entries } from '../../scripts/entries.mjs';

const resolutions = {
  bundler: { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler },
  node16: { module: ts.ModuleKind.Node16, moduleResolution: ts.ModuleResolutionKind.Node16 },
};

describe("a customer's TypeScript finds sound types for every export", () => {
  for (const [name, options] of Object.entries(resolutions)) {
    test(`with ${name} resolution`, () => {
      const problems = typeCheck(
        entries().map(({ specifier }) => `import '${specifier}';`),
        options,
      );
      assert.deepEqual(problems, []);
    });
  }
});

/** What TypeScript has to say of these lines in a customer's file, and of our types behind them. */
function typeCheck(lines, options) {
  const file = `${process.cwd()}/customer.mts`;
  const host = ts.createCompilerHost({});
  const { getSourceFile, fileExists } = host;
  host.fileExists = (path) => path === file || fileExists(path);
  host.getSourceFile = (path, language) =>
    path === file
      ? ts.createSourceFile(path, lines.join('\n'), language)
      : getSourceFile(path, language);

  const program = ts.createProgram(
    [file],
    {
      ...options,
      strict: true,
      noEmit: true,
      noUncheckedSideEffectImports: true,
      target: ts.ScriptTarget.ES2022,
      lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
      types: [],
    },
    host,
  );
  return ts
    .getPreEmitDiagnostics(program)
    .filter(({ file: where }) => !where?.fileName.includes('/node_modules/'))
    .map(
      ({ file: where, messageText }) =>
        `${where?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    );
}

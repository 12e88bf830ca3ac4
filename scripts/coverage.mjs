import { existsSync, readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';

/** Checks coverage/lcov.info floor by floor, and counts files that no test loads as uncovered. */
const thresholds = { 'src/client': 90, 'src/components': 85 };

const covered = readLcov('coverage/lcov.info');
let tooLow = false;

for (const [folder, threshold] of Object.entries(thresholds)) {
  const files = sourcesIn(folder).map((path) => ({
    path,
    ...(covered.get(path) ?? unloaded(path)),
  }));
  const lines = files.reduce((sum, { found }) => sum + found, 0);
  const hit = files.reduce((sum, file) => sum + file.hit, 0);
  const percent = lines ? (100 * hit) / lines : 100;
  tooLow ||= percent < threshold;
  console.log(`${folder}: ${percent.toFixed(1)} % of lines (at least ${threshold} %)`);
  files
    .map((file) => ({ ...file, missed: file.found - file.hit }))
    .filter(({ missed }) => missed > 0)
    .sort((a, b) => b.missed - a.missed)
    .slice(0, 10)
    .forEach(({ path, missed, found }) => console.log(`  ${path}: ${missed} of ${found} missed`));
}

process.exitCode = tooLow ? 1 : 0;

function readLcov(path) {
  const files = new Map();
  if (!existsSync(path)) return files;
  for (const record of readFileSync(path, 'utf8').split('end_of_record')) {
    const field = (name) => new RegExp(`^${name}:(.+)$`, 'm').exec(record)?.[1];
    if (!field('SF')) continue;
    files.set(field('SF').replaceAll('\\', '/'), {
      found: Number(field('LF')),
      hit: Number(field('LH')),
    });
  }
  return files;
}

function sourcesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'));
}

/** What a file amounts to that no test loaded: all its lines, unless it only passes others on. */
function unloaded(path) {
  const { outputText } = ts.transpileModule(readFileSync(path, 'utf8'), {
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      removeComments: true,
      verbatimModuleSyntax: true,
    },
  });
  const lines = outputText.split('\n').filter((line) => line.trim());
  const hasCode = lines.some((line) => !/^(?:ex|im)port .*(?:from '.*'|\{\});$/.test(line));
  return { found: hasCode ? lines.length : 0, hit: 0 };
}

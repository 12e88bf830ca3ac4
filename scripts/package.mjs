import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './run.mjs';

/** Checks the package as it would be published: publint and attw on the packed tarball. */
const folder = mkdtempSync(join(tmpdir(), 'wayfellow-'));
execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder]);
const tarball = join(folder, readdirSync(folder)[0]);

const passed = [
  run(`publint ${tarball} --strict`),
  run(`attw ${tarball} --profile esm-only --format ascii`),
];
rmSync(folder, { recursive: true });
process.exitCode = passed.every(Boolean) ? 0 : 1;

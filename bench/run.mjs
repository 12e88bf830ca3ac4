import { readdirSync } from 'node:fs';

/**
 * `npm run bench [name…]`: runs the benches and prints one table in Markdown. A bench is a file
 * `<name>.bench.mjs` whose default export resolves to rows of `{ figure, value, unit, limit? }`;
 * a value above its limit fails the run.
 */
const wanted = process.argv.slice(2);
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.bench.mjs'))
  .map((file) => file.replace('.bench.mjs', ''))
  .filter((name) => wanted.length === 0 || wanted.includes(name));

const rows = [];
for (const name of names) {
  console.error(`bench: ${name} …`);
  const { default: bench } = await import(`./${name}.bench.mjs`);
  rows.push(...(await bench()));
}

const number = (value) => (Number.isInteger(value) ? String(value) : value.toFixed(1));
const isOver = ({ value, limit }) => limit !== undefined && value > limit;

console.log('| figure | measured | at most |\n| --- | ---: | ---: |');
for (const row of rows) {
  const { figure, value, unit, limit } = row;
  const measured = `${number(value)} ${unit}${isOver(row) ? ' ✗' : ''}`;
  console.log(
    `| ${figure} | ${measured} | ${limit === undefined ? '' : `${number(limit)} ${unit}`} |`,
  );
}
process.exitCode = rows.some(isOver) ? 1 : 0;

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('..', import.meta.url);
const { name, exports } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));

/**
 * The package's JavaScript entries, from package.json's `exports` expanded against src. The
 * builds, the portal's aliases, the size benches and the tests all follow this list, so that a new
 * folder is a new entry and nothing else has to be told.
 *
 * @returns {{ specifier: string, source: string, built: string }[]} paths from the root
 */
export function entries() {
  const sources = readdirSync(fileURLToPath(new URL('src', root)), { recursive: true }).map(
    (path) => String(path).replaceAll('\\', '/'),
  );
  return Object.entries(exports).flatMap(([subpath, conditions]) => {
    const target = conditions?.default;
    if (!target?.startsWith('./dist/')) return [];
    const pattern = sourcePattern(target.slice('./dist/'.length));
    return sources
      .filter((path) => pattern.test(path))
      .map((path) => ({
        subpath: subpath.replace('*', pattern.exec(path).groups?.star),
        source: `src/${path}`,
        built: `dist/${path.replace(/\.ts$/, '.js')}`,
      }))
      .filter(({ subpath }) => exports[subpath] !== null)
      .map(({ subpath, ...files }) => ({ specifier: name + subpath.slice(1), ...files }));
  });
}

/** `a/*\/*.js` as a pattern of sources, in which every star stands for the same name. */
function sourcePattern(target) {
  const [first, ...others] = target.replace(/\.js$/, '\\.ts').split('*');
  return new RegExp(
    `^${first}${others.length ? `(?<star>[^/]+)${others.join('\\k<star>')}` : ''}$`,
  );
}

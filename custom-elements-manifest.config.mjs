import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';
import { frameworkTypes } from './scripts/framework-types.mjs';

const published = (path) => path?.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');
const isPublic = ({ privacy, name }) =>
  privacy !== 'private' && privacy !== 'protected' && !name.startsWith('#');

/** Describes what is published: the built files, and only what a customer may use. */
const publicSurface = {
  name: 'public-surface',
  packageLinkPhase({ customElementsManifest: { modules } }) {
    for (const module of modules) {
      module.path = published(module.path);
      for (const { declaration } of module.exports) {
        if (declaration.module) declaration.module = published(declaration.module);
      }
      for (const declaration of module.declarations) {
        declaration.members = declaration.members?.filter(isPublic);
        // The analyzer takes the first argument of an event's class for an event's name.
        declaration.events = declaration.events?.filter(({ description }) => description);
        const { superclass } = declaration;
        if (superclass?.module) superclass.module = published(superclass.module);
      }
    }
  },
};

/** An element is named after its folder: `<mentor-card>` is the class in mentor-card/mentor-card. */
const namedByFolder = {
  name: 'named-by-folder',
  packageLinkPhase({ customElementsManifest: { modules } }) {
    for (const { path, declarations } of modules) {
      const [, tagName] = /\/([^/]+)\/\1\.js$/.exec(path) ?? [];
      const element = declarations.find(({ superclass }) => superclass?.name === 'LitElement');
      if (!tagName || !element) continue;
      Object.assign(element, { tagName, customElement: true });
      modules
        .find((module) => module.path === path.replace(/[^/]+$/, 'define.js'))
        ?.exports.push({
          kind: 'custom-element-definition',
          name: tagName,
          declaration: { name: element.name, module: path },
        });
    }
  },
};

export default {
  globs: ['src/components/**/*.ts'],
  exclude: ['**/*.strings*.ts', '**/*.styles.ts'],
  outdir: '.',
  litelement: true,
  plugins: [
    publicSurface,
    namedByFolder,
    customElementVsCodePlugin({
      outdir: 'dist',
      htmlFileName: 'html-custom-data.json',
      cssFileName: 'css-custom-data.json',
      hideLogs: true,
    }),
    frameworkTypes({ outdir: 'dist' }),
  ],
};

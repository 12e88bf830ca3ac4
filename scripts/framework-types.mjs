import { mkdirSync, writeFileSync } from 'node:fs';

/**
 * An analyzer plugin that writes the types of `wayfellow/react` and `wayfellow/vue`. The known
 * generators take every event for a CustomEvent and do not import its type; ours are classes.
 */
export const frameworkTypes = ({ outdir }) => ({
  name: 'framework-types',
  packageLinkPhase({ customElementsManifest: { modules } }) {
    const elements = modules
      .flatMap(({ declarations }) => declarations)
      .filter(({ tagName }) => tagName)
      .sort((a, b) => a.tagName.localeCompare(b.tagName))
      .map((element) => describe(element, modules));
    mkdirSync(outdir, { recursive: true });
    for (const [framework, types] of Object.entries({ react, vue })) {
      writeFileSync(`${outdir}/${framework}.d.ts`, types(elements));
      // Types only; the file is there for those who import it without `type`.
      writeFileSync(`${outdir}/${framework}.js`, 'export {};\n');
    }
  },
});

/** An entry of both files: the element's class, its properties, attributes and events. */
function describe(element, modules) {
  const { tagName, name, summary, members = [], attributes = [], events = [] } = element;
  const properties = members
    .filter((member) => member.kind === 'field' && !member.static && !member.readonly)
    .map((field) => field.name);
  const renamed = attributes.filter((a) => a.fieldName && !properties.includes(a.name));

  const imported = (type) => {
    const module = modules.find(({ declarations }) => declarations.some((d) => d.name === type));
    return module ? `import('${module.path.replace('dist/', './')}').${type}` : 'Event';
  };
  return `/** ${summary} */
      '${tagName}': Wayfellow<
        ${imported(name)},
        ${properties.map((property) => `'${property}'`).join(' | ') || 'never'},
        { ${renamed.map((attribute) => `'${attribute.name}': '${attribute.fieldName}'`).join('; ')} },
        { ${events.map((event) => `'${event.name}': ${imported(event.type?.text)}`).join('; ')} }
      >;`;
}

/** Properties by their names, and attributes by theirs where those are others. */
const props = `{ [Name in Properties]?: E[Name] | undefined } & {
  [Name in keyof Attributes]?: E[Attributes[Name]] | undefined;
}`;
const parameters = `<
  E extends HTMLElement,
  Properties extends keyof E,
  Attributes extends Record<string, keyof E>,
  Events,
>`;

const react = (elements) => `import type { HTMLAttributes, RefAttributes } from 'react';

/** React 19 sets properties, and listens to an event by \`on\` and its name. */
type Wayfellow${parameters} = Omit<HTMLAttributes<E>, Properties> & RefAttributes<E> & ${props} & {
  [Name in keyof Events as \`on\${Name & string}\`]?: ((event: Events[Name]) => void) | undefined;
};

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      ${elements.join('\n      ')}
    }
  }
}
`;

const vue = (elements) => `import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';

type Wayfellow${parameters} = new () => E & {
  /** @deprecated Only for Vue's template checker. */
  $props: Omit<HTMLAttributes, Properties> & PublicProps & ${props};
  /** @deprecated Only for Vue's template checker. */
  $emit: EmitFn<{ [Name in keyof Events]: (event: Events[Name]) => void }>;
};

declare module 'vue' {
  interface GlobalComponents {
      ${elements.join('\n      ')}
  }
}
`;

import { mkdirSync, writeFileSync } from 'node:fs';

/**
 * An analyzer plugin that writes the types of `wayfellow/react` and `wayfellow/vue`. The known
 * generators take every event for a CustomEvent and do not import its type; ours are classes.
 */
export function frameworkTypes({ outdir }) {
  return {
    name: 'framework-types',
    packageLinkPhase({ customElementsManifest }) {
      const elements = describeElements(customElementsManifest.modules);
      mkdirSync(outdir, { recursive: true });
      for (const [name, types] of Object.entries({ react: reactTypes, vue: vueTypes })) {
        writeFileSync(`${outdir}/${name}.d.ts`, types(elements));
        // Types only; the file is there for those who import it without `type`.
        writeFileSync(`${outdir}/${name}.js`, 'export {};\n');
      }
    },
  };
}

function describeElements(modules) {
  const moduleOf = new Map(
    modules.flatMap(({ path, declarations }) => declarations.map(({ name }) => [name, path])),
  );
  const imported = (name) => `import('${moduleOf.get(name).replace('dist/', './')}').${name}`;

  return modules
    .flatMap(({ declarations }) => declarations)
    .filter(({ tagName }) => tagName)
    .map(({ tagName, name, summary, description, members = [], events = [], attributes = [] }) => {
      const fields = members.filter(
        ({ kind, static: s, readonly }) => kind === 'field' && !s && !readonly,
      );
      const type = imported(name);
      return {
        tagName,
        type,
        doc: (summary ?? description ?? tagName).replaceAll('*/', '* /').replaceAll(/\s+/g, ' '),
        properties: fields.map((field) => `'${field.name}'`).join(' | ') || 'never',
        attributes: attributes
          .filter((attribute) => attribute.fieldName && attribute.fieldName !== attribute.name)
          .map(
            (attribute) => `'${attribute.name}'?: ${type}['${attribute.fieldName}'] | undefined`,
          ),
        events: events.map(
          (event) =>
            `'${event.name}': ${moduleOf.has(event.type?.text) ? imported(event.type.text) : 'Event'}`,
        ),
      };
    });
}

const each = (elements, helper) =>
  elements
    .map(
      ({ tagName, type, doc, properties, attributes, events }) =>
        `    /** ${doc} */\n    '${tagName}': ${helper}<${type}, ${properties}, { ${events.join('; ')} }, { ${attributes.join('; ')} }>;`,
    )
    .join('\n');

const reactTypes = (elements) => `import type { HTMLAttributes, RefAttributes } from 'react';

/** Properties by name, attributes where they are named otherwise, and \`on\` + event for each event. */
type WayfellowProps<E extends HTMLElement, Properties extends keyof E, Events, Attributes> =
  HTMLAttributes<E> & RefAttributes<E> & Attributes & { class?: string | undefined } & {
    [Name in Properties]?: E[Name] | undefined;
  } & { [Name in keyof Events as \`on\${Name & string}\`]?: ((event: Events[Name]) => void) | undefined };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
${each(elements, 'WayfellowProps').replaceAll(/^/gm, '  ')}
    }
  }
}
`;

const vueTypes = (elements) => `import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';

/** Properties by name, attributes where they are named otherwise, and typed \`@event\` listeners. */
type WayfellowElement<E extends HTMLElement, Properties extends keyof E, Events, Attributes> = new () => E & {
  /** @deprecated Only for Vue's template checker. */
  $props: HTMLAttributes & PublicProps & Attributes & { [Name in Properties]?: E[Name] | undefined };
  /** @deprecated Only for Vue's template checker. */
  $emit: EmitFn<{ [Name in keyof Events]: (event: Events[Name]) => void }>;
};

declare module 'vue' {
  interface GlobalComponents {
${each(elements, 'WayfellowElement')}
  }
}
`;

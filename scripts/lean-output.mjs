import MagicString from 'magic-string';
import { parseAst, Visitor } from 'vite';

/** A build plugin that edits the modules of src that hold a certain text. */
const edit = (name, text, change) => ({
  name,
  transform: {
    filter: { id: /\/src\/.*\.ts$/, code: text },
    handler(code) {
      const output = new MagicString(code);
      change(output, code);
      return { code: output.toString(), map: output.generateMap({ hires: true }) };
    },
  },
});

/** Marks schemas as free of side effects, so that who imports only a rule does not get zod. */
const pureSchemas = edit('pure-schemas', 'zod/mini', (output, code) => {
  for (const { index } of code.matchAll(/\bz\.\w+\(/g)) {
    output.appendLeft(index, '/* @__PURE__ */ ');
  }
});

/** Takes out of templates and styles the white space and comments that only our eyes need. */
const leanTemplates = edit('lean-templates', /\b(?:html|svg|css)`/, (output, code) => {
  const shorten = {
    html: (text) => text.replaceAll(/\s+/g, ' ').replaceAll(' >', '>'),
    svg: (text) => text.replaceAll(/\s+/g, ' '),
    css: (text) =>
      text
        .replaceAll(/\/\*.*?\*\//gs, '')
        .replaceAll(/\s+/g, ' ')
        .replaceAll(/ ?([{};]) ?/g, '$1')
        .replaceAll(/([:,(]) | (?=\))/g, '$1')
        .replaceAll(/(?<![\w.])0(?=\.\d)/g, '')
        .replaceAll(';}', '}'),
  };
  new Visitor({
    TaggedTemplateExpression({ tag, quasi }) {
      for (const { value, start } of quasi.quasis) {
        const short = shorten[tag.name]?.(value.raw);
        if (!short || short === value.raw) continue;
        const from = code.indexOf(value.raw, start);
        output.update(from, from + value.raw.length, short);
      }
    },
  }).visit(parseAst(code));
});

/** What both builds do for the bytes of a page. */
export const leanOutput = [pureSchemas, leanTemplates];

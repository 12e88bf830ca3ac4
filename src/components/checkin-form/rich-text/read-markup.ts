/** Words, or an element with what is in it. */
export type MarkupNode = string | MarkupElement;
export interface MarkupElement {
  readonly tag: string;
  readonly href: string;
  readonly alt: string;
  readonly children: MarkupNode[];
}

/** Comments and instructions, tags, words. Each part ends at the next `<`, so that none is slow. */
const TOKEN = /<!--[^]*?(?:-->|$)|<[!?][^<>]*>?|<(\/?)([a-z][a-z\d]*)([^<>]*)>|[^<]+|</gi;
const VOID = /^(?:br|hr|img|input|wbr|col|link|meta|source|area|base|embed|track)$/;
/** What is nested deeper stands in what is around it. */
const DEEPEST = 20;

/**
 * Reads XHTML into a tree, without the page's own parser: that is closed to strings under Trusted
 * Types. Takes anything; what draws the tree decides what of it there will be.
 */
export function readMarkup(text: string): MarkupNode[] {
  const root: MarkupElement = { tag: '', href: '', alt: '', children: [] };
  const open = [root];
  for (const [token, slash, name, attributes = ''] of text.matchAll(TOKEN)) {
    const tag = name?.toLowerCase();
    const around = open.at(-1)!;
    if (!tag) {
      if (!/^<[!?]/.test(token)) around.children.push(decoded(token));
    } else if (slash) {
      const at = open.findLastIndex((element) => element.tag === tag);
      if (at > 0) open.length = at;
    } else {
      const attribute = (wanted: string) => {
        const found = new RegExp(`\\s${wanted}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i');
        const [, double, single] = found.exec(attributes) ?? [];
        return decoded(double ?? single ?? '');
      };
      const element = { tag, href: attribute('href'), alt: attribute('alt'), children: [] };
      around.children.push(element);
      const isEmpty = VOID.test(tag) || attributes.endsWith('/');
      if (!isEmpty && open.length <= DEEPEST) open.push(element);
    }
  }
  return root.children;
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u{A0}',
};

/** Characters that turn the words around them the other way round. */
const OVERRIDES = /[\u202A-\u202E\u2066-\u2069]/g;

function decoded(text: string): string {
  const words = text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,6}));/gi,
    (all, ten, hex, name) => {
      if (name) return NAMED[name as string] ?? all;
      const code = ten ? Number(ten) : parseInt(hex as string, 16);
      return code && code <= 0x10ffff ? String.fromCodePoint(code) : '\u{FFFD}';
    },
  );
  return words.replaceAll(OVERRIDES, '');
}

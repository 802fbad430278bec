import { parseSync, Visitor } from 'oxc-parser';

/** A text that somebody would read and that no catalog holds. */
export interface LooseText {
  readonly path: string;
  readonly text: string;
}

/** Attributes that are read out or shown. `label`, `title` and so on are properties of the kit's components too. */
const SHOWN =
  /^(?:aria-(?:label|description|roledescription|valuetext|placeholder)|alt|title|placeholder|label|description|heading|message|hint|errorMessage|tooltip|confirmLabel|lead|note|summary)$/;

/** What is the same in every language: the product's own name, keys, and examples of addresses. */
const SAME_EVERYWHERE = new Set(['Muniment']);

/** The id of a message stands for its text, and so does the beginning of one. */
const MESSAGE_ID = /^[a-z][\w-]*\.[\w.:-]*$/i;
const LETTERS = /\p{L}{2,}/u;

/** The server's own words for programs: its problems' texts are English whatever the language. */
const SERVER_TEXT = /\b(?:body|problem)\??\.(?:detail|title)\b|\berror\??\.message\}/g;

/** Where a component shows a text of the server's instead of one of the catalog. */
export function findServerTexts(path: string, source: string): LooseText[] {
  return [...source.matchAll(SERVER_TEXT)].map(([text]) => ({ path, text }));
}

/** Finds words in a template of a mail: between tags of HTML, or in plain text. */
export function findWordsOfTemplates(path: string, source: string): LooseText[] {
  const { program, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const found: LooseText[] = [];
  new Visitor({
    TaggedTemplateExpression({ tag, quasi }) {
      if (tag.type !== 'Identifier' || tag.name !== 'html') return;
      const text = wordsOf(quasi)
        .replaceAll(/<[^>]*>|&#?\w+;/g, ' ')
        .trim();
      if (LETTERS.test(text)) found.push({ path, text });
    },
    TemplateLiteral(template) {
      const text = wordsOf(template).trim();
      if (path.endsWith('letter-text.ts') && LETTERS.test(text)) found.push({ path, text });
    },
    Property({ key, value }) {
      const isRead =
        key.type === 'Identifier' && /^(?:preheader|heading|text|label|instead|paragraphs)$/.test(key.name);
      for (const text of isRead ? textsIn(value) : []) {
        // Styles have names of blocks too.
        if (LETTERS.test(text) && !/^[a-z-]+:.*;$/.test(text)) found.push({ path, text });
      }
    },
  }).visit(program);
  return found;
}

/**
 * Finds texts in a component that stand in the code instead of the catalog: between tags, in attributes that are shown
 * or read out, and in properties of such names.
 */
export function findLooseTexts(path: string, source: string): LooseText[] {
  const { program, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const found: LooseText[] = [];
  const note = (text: string | null | undefined) => {
    const words = text?.trim() ?? '';
    if (LETTERS.test(words) && !MESSAGE_ID.test(words) && !SAME_EVERYWHERE.has(words))
      found.push({ path, text: words });
  };
  const noteAll = (expression: unknown) => {
    for (const text of textsIn(expression)) note(text);
  };
  const children = (element: { readonly children: readonly { readonly type: string }[] }) => {
    for (const child of element.children) {
      if (child.type === 'JSXExpressionContainer') noteAll((child as unknown as Container).expression);
    }
  };
  new Visitor({
    JSXText: ({ value }) => note(value),
    JSXElement: children,
    JSXFragment: children,
    JSXAttribute({ name, value }) {
      const attribute = name.type === 'JSXIdentifier' ? name.name : '';
      if (!SHOWN.test(attribute) || value === null) return;
      if (value.type === 'Literal') note(String(value.value));
      if (value.type === 'JSXExpressionContainer') noteAll(value.expression);
    },
    Property({ key, value }) {
      if (key.type === 'Identifier' && SHOWN.test(key.name)) noteAll(value);
    },
  }).visit(program);
  return found;
}

interface Container {
  readonly expression: unknown;
}

type Node = { readonly type: string } & Record<string, unknown>;

/** The texts that an expression can come out as, without those that are handed to functions. */
function textsIn(expression: unknown): string[] {
  const node = expression as Node;
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ? [node.value] : [];
    case 'TemplateLiteral':
      return [wordsOf(node)];
    case 'ConditionalExpression':
      return [...textsIn(node.consequent), ...textsIn(node.alternate)];
    case 'LogicalExpression':
      return [...textsIn(node.left), ...textsIn(node.right)];
    default:
      return [];
  }
}

function wordsOf(template: unknown): string {
  const { quasis } = template as { quasis: { value: { raw: string } }[] };
  return quasis.map(({ value }) => value.raw).join(' ');
}

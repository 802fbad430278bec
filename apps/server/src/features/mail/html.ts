/** Markup that is safe to send: made by {@link html}, or by {@link trusted}. */
class Html {
  readonly #markup: string;

  constructor(markup: string) {
    this.#markup = markup;
  }

  toString(): string {
    return this.#markup;
  }
}

export type { Html };

type Value = string | Html | readonly Html[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Markup that the program itself holds. Never a value. */
export function trusted(markup: string): Html {
  return new Html(markup);
}

/** A template whose values are escaped, unless they are markup of this template themselves. */
export function html(template: TemplateStringsArray, ...values: readonly Value[]): Html {
  return new Html(String.raw({ raw: template.map(String) }, ...values.map(escaped)));
}

function escaped(value: Value): string {
  if (value instanceof Html) return value.toString();
  if (typeof value === 'string')
    return value.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
  return value.join('');
}

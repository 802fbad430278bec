import type { Block, Letter } from './letter.ts';

/** Writes a letter as plain text. */
export function letterAsText(letter: Letter): string {
  const parts = [
    letter.masthead,
    `${letter.heading}\n${'='.repeat(letter.heading.length)}`,
    letter.greeting,
    ...letter.blocks.map(blockAsText),
    `--\n${letter.footer}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

function blockAsText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return block.text;
    case 'heading':
      return `${block.text}\n${'-'.repeat(block.text.length)}`;
    case 'button':
      return `${block.lead}\n${block.url}`;
    case 'licenses':
      return block.licenses
        .map(({ licenseId, name, lines }) =>
          [`${licenseId}  ${name}`, ...lines.map(({ text }) => `  ${text}`)].join('\n'),
        )
        .join('\n');
    case 'aside':
      return [`${block.heading}\n${'-'.repeat(block.heading.length)}`, ...block.paragraphs].join('\n\n');
  }
}

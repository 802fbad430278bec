const files = { csv: 'write its rows to this file as CSV', pdf: 'write it to this file as PDF' };

export const summaryHelp = {
  about: 'Add up what license IDs are entitled to: products, quantities, Software Assurance.',
  examples: ['vl summary create --all --pdf summary.pdf', 'vl summary list'],
  create: {
    summary: 'Create a license summary.',
    about:
      'Create a license summary of some license IDs, or of all on which you may create one, and wait until it is made. ' +
      'It goes on without you: look for it again with `vl summary list`.',
    options: {
      license: 'of these license IDs',
      all: 'of all license IDs on which you may create summaries',
      ...files,
    },
    examples: [
      'vl summary create --license 12345678 87654321',
      'vl summary create --all --csv summary.csv --pdf summary.pdf',
    ],
  },
  list: {
    about: 'List your license summaries of the last 30 days, the newest first.',
    options: { limit: 'this many at most' },
    examples: ['vl summary list', 'vl summary list --json'],
  },
  show: {
    about: 'Show a license summary with its totals and rows, or how far it is.',
    summaryId: 'the id of a summary, as `vl summary list` shows it',
    options: files,
    examples: [
      'vl summary show 0197f2b8-1c55-7d0e-9c1a-5b1f6a0e3c77',
      'vl summary show 0197f2b8-1c55-7d0e-9c1a-5b1f6a0e3c77 --pdf summary.pdf',
    ],
  },
  cancel: {
    about: 'Stop a license summary that is not done.',
    summaryId: 'the id of a summary, as `vl summary list` shows it',
    examples: ['vl summary cancel 0197f2b8-1c55-7d0e-9c1a-5b1f6a0e3c77'],
  },
} as const;

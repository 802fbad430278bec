const counts = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** Every text that `vl import contracts` prints, but for what the server says of a record. */
export const contractsMessages = {
  headings: { outcome: 'Outcome', records: 'Records', line: 'Line', field: 'Field', detail: 'What is wrong' },
  all: '(all of it)',

  // Files
  unreadable: (file: string, why: string) => `${file} cannot be read: ${why}.`,
  unwritable: (file: string, why: string) => `${file} cannot be written: ${why}.`,
  sameFile: '--report names the file that is read.',
  notALine: 'Give the number of a line, from 1.',

  // Lines that are no records
  longLine: 'The line is longer than 1 MiB: it was passed over.',
  notUtf8: 'A character is no UTF-8.',
  notJson: (character: number | null) =>
    character === null
      ? 'This is no JSON.'
      : `This is no JSON: it breaks at character ${counts.format(character)}.`,
  notAnObject: 'A record is an object.',
  tooDeep: 'It is nested too deeply.',

  // How it goes
  progress: (records: number, line: number, perSecond: number) =>
    `${counts.format(records)} records, to line ${counts.format(line)}, ${counts.format(perSecond)} a second ...`,
  waiting: (seconds: number) => `The server is not ready. Trying again in ${counts.format(seconds)} s ...`,
  interrupted: 'Stopping when the records that are under way are answered. Again to stop at once.',
  stopped: (file: string, line: number) =>
    `Stopped before line ${counts.format(line)}. Go on with: vl import contracts ${file} --from-line ${line}`,
  noRecords: 'The file holds no records.',
  notTaken: (shown: number, all: number, report: string | undefined) => {
    if (shown === all) return 'Lines that were not taken:';
    const where = report === undefined ? '--report FILE writes all of them' : `all are in ${report}`;
    return `${counts.format(shown)} of ${counts.format(all)} lines that were not taken (${where}):`;
  },
  reportWritten: (file: string) => `Lines that were not taken are in ${file}.`,
} as const;

import type { LegacyColumn } from '@muniment/domain/legacy-row.ts';

/** A column of a file that is read. A name may come in two. */
export type FileColumn = LegacyColumn | 'firstName' | 'lastName';

/** Headings by which each column is known, however they are spaced, hyphenated and capitalized. */
const HEADINGS: Readonly<Record<FileColumn, readonly string[]>> = {
  licenseId: ['License ID', 'Licence ID', 'License number', 'Licensing ID'],
  signInEmail: [
    'Sign-in e-mail',
    'Sign-in e-mail address',
    'VLSC sign-in e-mail',
    'Login e-mail',
    'Work account',
    'E-mail',
    'E-mail address',
  ],
  businessEmail: ['Business e-mail', 'Business e-mail address', 'Contact e-mail'],
  displayName: ['Display name', 'Full name', 'Name', 'User name'],
  firstName: ['First name', 'Given name'],
  lastName: ['Last name', 'Surname', 'Family name'],
  roles: ['Roles', 'Role', 'VLSC roles', 'VLSC role', 'Permissions', 'Permission'],
  assignedOn: ['Assigned on', 'Assigned', 'Assigned date', 'Date assigned', 'Assignment date'],
  registeredOn: ['Registered on', 'Registered', 'Registered date', 'Date registered', 'Registration date'],
};

const COLUMN_OF_HEADING: ReadonlyMap<string, FileColumn> = new Map(
  (Object.keys(HEADINGS) as FileColumn[]).flatMap((column) =>
    HEADINGS[column].map((heading) => [headingKey(heading), column] as const),
  ),
);

/** Where each column stands in the records of a file. */
export interface Header {
  readonly cells: number;
  readonly columns: ReadonlyMap<FileColumn, number>;
  /** Headings of columns that are not read. */
  readonly others: readonly string[];
  /** Columns without which the file cannot be read. */
  readonly missing: readonly FileColumn[];
  /** Columns for which there are several headings, so that none can be chosen. */
  readonly repeated: readonly FileColumn[];
}

/** Finds out which column stands where. */
export function readHeader(cells: readonly string[]): Header {
  const columns = new Map<FileColumn, number>();
  const repeated = new Set<FileColumn>();
  const others: string[] = [];
  cells.forEach((cell, index) => {
    const column = COLUMN_OF_HEADING.get(headingKey(cell));
    if (column === undefined) {
      if (cell.trim() !== '') others.push(cell.trim());
    } else if (columns.has(column)) repeated.add(column);
    else columns.set(column, index);
  });
  const hasName = columns.has('displayName') || columns.has('lastName');
  const needed: FileColumn[] = ['licenseId', 'signInEmail', 'roles', 'assignedOn', 'registeredOn'];
  const missing = needed.filter((column) => !columns.has(column));
  if (!hasName) missing.push('displayName');
  return { cells: cells.length, columns, others, missing, repeated: [...repeated] };
}

/** Whether a record is the header once more, as where files were put together. */
export function isHeaderAgain({ columns }: Header, cells: readonly string[]): boolean {
  return [...columns].every(
    ([column, index]) => COLUMN_OF_HEADING.get(headingKey(cells[index] ?? '')) === column,
  );
}

function headingKey(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

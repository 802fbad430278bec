import type { MatrixLicense } from '@muniment/contract/access-matrix.ts';

/**
 * The first column that somebody means by a text: by its license ID, written with or without spaces and hyphens, or
 * by part of its name.
 *
 * @returns Its place, or null where none fits.
 */
export function findColumn(
  columns: readonly Pick<MatrixLicense, 'licenseId' | 'name'>[],
  text: string,
): number | null {
  const id = plain(text);
  const name = text.trim().toLocaleLowerCase();
  const byId = id === '' ? -1 : columns.findIndex(({ licenseId }) => plain(licenseId).startsWith(id));
  const index =
    byId >= 0 ? byId : columns.findIndex((column) => column.name.toLocaleLowerCase().includes(name));
  return index < 0 || name === '' ? null : index;
}

function plain(licenseId: string): string {
  return licenseId.replace(/[\s-]/g, '').toUpperCase();
}

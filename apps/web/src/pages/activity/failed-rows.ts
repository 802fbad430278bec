import type { AssignmentChange } from '@muniment/contract/assignment-changes.ts';
import Papa from 'papaparse';

/**
 * The rows of a change that failed at other systems, as CSV for a spreadsheet: UTF-8 with a byte order mark, RFC 4180.
 * A cell that would be taken for a formula begins with an apostrophe.
 *
 * @source M2, B8
 */
export function failedRowsAsCsv({
  difference,
  progress,
}: Pick<AssignmentChange, 'difference' | 'progress'>): string {
  const reasons = new Map(
    progress
      .filter(({ state }) => state === 'failed')
      .map(({ vlUserId, reason }) => [vlUserId, reason ?? '']),
  );
  const rows = difference.flatMap((one) => {
    const reason = one.vlUserId === null ? undefined : reasons.get(one.vlUserId);
    if (reason === undefined) return [];
    return one.added.map((role) => ({
      displayName: one.displayName,
      signInEmail: one.signInEmail,
      licenseId: one.licenseId,
      licenseName: one.licenseName,
      role,
      reason,
    }));
  });
  return `\uFEFF${Papa.unparse(rows, { newline: '\r\n', escapeFormulae: true })}\r\n`;
}

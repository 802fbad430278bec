import type { LegacyImportRow, LegacyRowReport } from '@muniment/contract/legacy-import.ts';
import { decideLegacyRow, LEGACY_CUT_OFF, type LegacyRowDecision } from '@muniment/domain/legacy-row.ts';
import type { Role } from '@muniment/domain/roles.ts';
import type { Trx } from '../../database/connect.ts';
import { currentTime } from '../../database/transaction.ts';
import { type ImportedPair, importAssignments } from '../assignments/import-service.ts';
import type { SaveDeps } from '../assignments/save-decision.ts';
import { findVlUsers } from '../vl-users/vl-user-service.ts';
import { selectOrganizationsOf } from './legacy-import-repository.ts';
import { said, sayRefusal } from './row-report.ts';

type Wanted = Extract<LegacyRowDecision, { kind: 'wanted' }> & { readonly index: number };
type Said = Omit<LegacyRowReport, 'line'>;

/**
 * Takes rows of the legacy service center over, each by itself: a bad one is told, and the others are taken.
 *
 * Rows of one person and license ID add up, to each other and to what is held already. The same rows again change
 * nothing.
 *
 * @returns A report for each row, in the same order.
 * @source G2
 */
export async function importRows(
  trx: Trx,
  deps: SaveDeps,
  rows: readonly LegacyImportRow[],
  {
    cutOff = LEGACY_CUT_OFF,
    dryRun = false,
  }: { readonly cutOff?: string | undefined; readonly dryRun?: boolean | undefined },
): Promise<LegacyRowReport[]> {
  const rules = { cutOff, today: lastDayAnywhere(await currentTime(trx)) };
  const decisions = rows.map((row) => decideLegacyRow(row, rules));
  const wanted = decisions.flatMap((decision, index): Wanted[] =>
    decision.kind === 'wanted' ? [{ ...decision, index }] : [],
  );
  const organizationOf = await selectOrganizationsOf(trx, [
    ...new Set(wanted.map(({ licenseId }) => licenseId)),
  ]);

  const known = wanted.filter(({ licenseId }) => organizationOf.has(licenseId));
  const byOrganization = [...Map.groupBy(known, ({ licenseId }) => organizationOf.get(licenseId) ?? '')];
  const taken = new Map<number, Said>();
  // In one order, so that two imports at once cannot wait for each other.
  for (const [organizationId, ofOrganization] of byOrganization.sort(([a], [b]) => (a < b ? -1 : 1))) {
    const outcomes = await importInto(trx, deps, organizationId, ofOrganization, dryRun);
    for (const [index, outcome] of outcomes) taken.set(index, outcome);
  }
  return rows.map(({ line }, index): LegacyRowReport => {
    const decision = decisions[index] as LegacyRowDecision;
    if (decision.kind === 'refused') return { line, ...sayRefusal(decision) };
    if (decision.kind === 'left-out') return { line, ...said.leftOut(cutOff) };
    return { line, ...(taken.get(index) ?? said.unknownLicenseId(decision.licenseId)) };
  });
}

/** What becomes of the rows of one organization, by their index. */
async function importInto(
  trx: Trx,
  deps: SaveDeps,
  organizationId: string,
  rows: readonly Wanted[],
  dryRun: boolean,
): Promise<Map<number, Said>> {
  const emailKeys = [...new Set(rows.map(({ signInEmailKey }) => signInEmailKey))];
  const there = await findVlUsers(trx, organizationId, { ids: [], emailKeys });
  // What an administrator changed since then stays.
  const isThere = new Set(there.map(({ signInEmailKey }) => signInEmailKey));
  const groups = [
    ...Map.groupBy(rows, ({ signInEmailKey, licenseId }) => `${signInEmailKey}\n${licenseId}`).values(),
  ];
  const pairs = groups.map((group): ImportedPair => {
    const { signInEmail, signInEmailKey, businessEmail, displayName, licenseId } = group[0] as Wanted;
    return {
      signInEmail,
      businessEmail: isThere.has(signInEmailKey) ? undefined : businessEmail,
      displayName,
      licenseId,
      roles: [...new Set(group.flatMap(({ roles }) => roles))],
    };
  });
  const registered = new Set(
    rows.filter((row) => row.registered).map(({ signInEmailKey }) => signInEmailKey),
  );
  const { added, invited } = await importAssignments(trx, deps, organizationId, pairs, {
    registered,
    dryRun,
  });

  const outcomes = new Map<number, Said>();
  groups.forEach((group, place) => {
    const left = new Set<Role>(added[place]);
    for (const { index, signInEmailKey, roles } of group) {
      // Of rows that name the same role, the first brings it.
      const brings = roles.filter((role) => left.delete(role));
      const outcome = invited.has(signInEmailKey) ? said.invited : said.registered;
      outcomes.set(index, brings.length > 0 ? outcome : said.heldAlready);
    }
  });
  return outcomes;
}

/** The day that it is where a day begins first, 14 hours before UTC. */
function lastDayAnywhere(at: Date): string {
  return new Date(at.getTime() + 14 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

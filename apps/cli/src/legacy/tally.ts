import { LEGACY_OUTCOMES, type LegacyRowReport } from '@muniment/contract/legacy-import.ts';

/** As many rows that were not taken are shown at a terminal. */
const SHOWN_MAX = 20;

type Totals = Record<LegacyRowReport['outcome'], number>;

/** Counts what became of rows, however many there are, and keeps a few that were not taken. */
export class Tally {
  readonly totals: Totals = { taken: 0, skipped: 0, rejected: 0 };
  readonly #rejected: LegacyRowReport[] = [];
  readonly #skipped: LegacyRowReport[] = [];
  readonly #reasons = new Map<string, { outcome: LegacyRowReport['outcome']; code: string; rows: number }>();

  add(report: LegacyRowReport): void {
    const { outcome, code } = report;
    this.totals[outcome] += 1;
    const list = { taken: null, skipped: this.#skipped, rejected: this.#rejected }[outcome];
    if (list !== null && list.length < SHOWN_MAX) list.push(report);
    const key = `${outcome} ${code}`;
    const reason = this.#reasons.get(key);
    if (reason === undefined) this.#reasons.set(key, { outcome, code, rows: 1 });
    else reason.rows += 1;
  }

  /** The first that were not taken: what was rejected before what was skipped, of which there may be very many. */
  get notTaken(): LegacyRowReport[] {
    return [...this.#rejected, ...this.#skipped].slice(0, SHOWN_MAX);
  }

  get rows(): number {
    return LEGACY_OUTCOMES.reduce((sum, outcome) => sum + this.totals[outcome], 0);
  }

  /** How many rows had which reason: taken first, and of each outcome the most frequent first. */
  reasons(): { outcome: LegacyRowReport['outcome']; code: string; rows: number }[] {
    return LEGACY_OUTCOMES.flatMap((outcome) =>
      [...this.#reasons.values()]
        .filter((reason) => reason.outcome === outcome)
        .sort((a, b) => b.rows - a.rows || (a.code < b.code ? -1 : 1)),
    );
  }
}

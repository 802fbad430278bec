import { domainToUnicode } from 'node:url';
import type { BenefitDetails } from '@muniment/contract/home-use.ts';
import { type HomeUseFacts, homeUseState, missingForActivation } from '@muniment/domain/home-use.ts';
import { openWithEither } from '../../sealing-keys.ts';
import type { ProgramRow } from './home-use-repository.ts';

export interface HomeUseDeps {
  /** Seals access codes, and finds them. */
  readonly homeUseKey: Buffer;
  /** Opens and finds those that were made before the encryption key was changed. */
  readonly previousHomeUseKey?: Buffer | null;
  readonly homeUse: {
    readonly termsVersion: string;
    readonly termsUrl: string | null;
    readonly shopUrl: string | null;
  };
}

/** What a step is decided by. */
export function factsOf({ homeUse }: HomeUseDeps, row: ProgramRow): HomeUseFacts {
  return {
    acceptedTerms: row.termsVersion,
    currentTerms: homeUse.termsVersion,
    hasContact: row.contactEmail !== null,
    domainCount: row.domains.length,
    hasCode: row.sealedAccessCode !== null,
    wasDeactivated: row.deactivatedAt !== null,
    entitled: row.total,
    isContractOver: row.isContractOver,
  };
}

/** A program as those who manage it see it. */
export function toBenefitDetails(deps: HomeUseDeps, row: ProgramRow): BenefitDetails {
  const facts = factsOf(deps, row);
  const { homeUse, homeUseKey, previousHomeUseKey = null } = deps;
  const keys = { current: homeUseKey, previous: previousHomeUseKey };
  const missing = facts.hasCode ? null : missingForActivation(facts);
  return {
    id: row.id,
    licenseId: row.licenseId,
    name: row.name,
    endDate: row.endDate,
    state: homeUseState(facts),
    total: row.total,
    used: row.used,
    terms: {
      current: homeUse.termsVersion,
      url: homeUse.termsUrl,
      accepted:
        row.termsVersion === null || row.termsAcceptedAt === null
          ? null
          : {
              version: row.termsVersion,
              at: row.termsAcceptedAt.toISOString(),
              by: row.termsAcceptedBy,
            },
    },
    contact:
      row.contactName === null || row.contactEmail === null
        ? null
        : { name: row.contactName, email: row.contactEmail },
    domains: row.domains.map((domain) => domainToUnicode(domain)),
    accessCode: row.sealedAccessCode === null ? null : openWithEither(keys, row.sealedAccessCode),
    shopUrl: homeUse.shopUrl,
    missing: missing === 'not-active' ? null : missing,
  };
}

/** Of the program: what the publisher counts meanwhile makes no edit stale. */
export function etagOf({ version }: Pick<ProgramRow, 'version'>): string {
  return `"${version ?? 0}"`;
}

import type { BenefitDetails } from '@muniment/contract/home-use.ts';
import {
  decideHomeUseStep,
  HOME_USE_DOMAINS_MAX,
  type HomeUseRefusal,
  type HomeUseStep,
  readEmployeeDomain,
} from '@muniment/domain/home-use.ts';
import { type Member, viewerOf } from '../../actor.ts';
import type { Trx } from '../../database/connect.ts';
import { currentTime } from '../../database/transaction.ts';
import { invalidField, Problem } from '../../problem.ts';
import { sealText } from '../../sealed-text.ts';
import { appendToLedger } from '../ledger/ledger-service.ts';
import { requireOpenedLicense } from '../licenses/license-service.ts';
import { hashOfAccessCode, newAccessCode } from './access-code.ts';
import {
  lockLicense,
  type ProgramChange,
  type ProgramRow,
  selectProgram,
  updateProgram,
  upsertTerms,
} from './home-use-repository.ts';
import { etagOf, factsOf, type HomeUseDeps, toBenefitDetails } from './program-view.ts';

/** Which program is changed, by whom, and the version that they read. */
export interface HomeUseCall {
  readonly actor: Member;
  /** As people call it. */
  readonly licenseId: string;
  readonly ifMatch: string | null;
}

interface ShownProgram {
  readonly body: BenefitDetails;
  readonly etag: string;
}

/** Accepts the terms that were read. @throws Problem as {@link changeProgram}; home-use-state where others hold now. */
export function acceptTerms(
  trx: Trx,
  deps: HomeUseDeps,
  call: HomeUseCall,
  version: string,
): Promise<ShownProgram> {
  return changeProgram(trx, deps, call, 'accept-terms', async (program, at) => {
    if (version !== deps.homeUse.termsVersion) throw refused('terms-changed', program);
    await upsertTerms(trx, call.actor.organization.id, program.id, {
      version,
      by: call.actor.vlUserId,
      at,
    });
    return { event: 'home-use.terms-accepted', termsVersion: version };
  });
}

/** Sets whom employees ask. @throws Problem as {@link changeProgram}. */
export function setContact(
  trx: Trx,
  deps: HomeUseDeps,
  call: HomeUseCall,
  contact: { readonly name: string; readonly email: string },
): Promise<ShownProgram> {
  return changeProgram(trx, deps, call, 'set-contact', async (program) => {
    await save(trx, call, program, { contact_name: contact.name.trim(), contact_email: contact.email });
    return { event: 'home-use.contact-changed' };
  });
}

/** Sets the domains of employees. @throws Problem as {@link changeProgram}; invalid-request for what is no domain. */
export function setDomains(
  trx: Trx,
  deps: HomeUseDeps,
  call: HomeUseCall,
  typed: readonly string[],
): Promise<ShownProgram> {
  return changeProgram(trx, deps, call, 'set-domains', async (program) => {
    const domains = [...new Set(typed.map(domainAt))];
    await save(trx, call, program, { domains });
    return { event: 'home-use.domains-changed' };
  });
}

/** Activates a program with a new access code. @throws Problem as {@link changeProgram}. */
export function activateProgram(trx: Trx, deps: HomeUseDeps, call: HomeUseCall): Promise<ShownProgram> {
  return changeProgram(trx, deps, call, 'activate', async (program, at) => {
    await save(trx, call, program, { ...codeOf(deps, at), deactivated_at: null });
    return { event: 'home-use.activated' };
  });
}

/** Replaces the access code: the one before is dead with the answer. @throws Problem as {@link changeProgram}. */
export function renewCode(trx: Trx, deps: HomeUseDeps, call: HomeUseCall): Promise<ShownProgram> {
  return changeProgram(trx, deps, call, 'renew-code', async (program, at) => {
    await save(trx, call, program, codeOf(deps, at));
    return { event: 'home-use.code-renewed' };
  });
}

/** Deactivates a program: its access code is dead with the answer. @throws Problem as {@link changeProgram}. */
export function deactivateProgram(trx: Trx, deps: HomeUseDeps, call: HomeUseCall): Promise<ShownProgram> {
  return changeProgram(trx, deps, call, 'deactivate', async (program, at) => {
    await save(trx, call, program, {
      sealed_access_code: null,
      access_code_hash: null,
      code_made_at: null,
      deactivated_at: at,
    });
    return { event: 'home-use.deactivated' };
  });
}

interface Happened {
  readonly event: string;
  readonly termsVersion?: string;
}

/**
 * Does one step of a program under the lock of its license ID; what is so already is answered and not written. The
 * ledger names the step, and neither the contact nor the domains nor the code.
 *
 * @throws Problem license-id-not-found, stale-version, home-use-state.
 * @source W8, B5, R10
 */
async function changeProgram(
  trx: Trx,
  deps: HomeUseDeps,
  { actor, licenseId, ifMatch }: HomeUseCall,
  step: HomeUseStep,
  change: (program: ProgramRow, at: Date) => Promise<Happened>,
): Promise<ShownProgram> {
  const { id, organizationId } = await requireOpenedLicense(trx, actor, licenseId, 'benefit:manage');
  await lockLicense(trx, organizationId, id);
  // A role that ended while this waited for the lock opens nothing any more.
  await requireOpenedLicense(trx, actor, licenseId, 'benefit:manage');
  const before = await selectProgram(trx, viewerOf(actor), id);
  if (!accepts(ifMatch, etagOf(before))) {
    throw new Problem('stale-version', {
      detail: 'Somebody changed the Home Use Program meanwhile. Read it again.',
    });
  }
  const decision = decideHomeUseStep(factsOf(deps, before), step);
  if (decision.kind === 'refused') throw refused(decision.refusal, before);
  if (decision.kind === 'unchanged') return { body: toBenefitDetails(deps, before), etag: etagOf(before) };

  const at = await currentTime(trx);
  const { event, ...happened } = await change(before, at);
  const after = await selectProgram(trx, viewerOf(actor), id);
  const author = { kind: 'person' as const, id: actor.vlUserId, name: actor.displayName };
  await appendToLedger(trx, organizationId, author, at, {
    event,
    version: 1,
    licenseIds: [id],
    details: { homeUse: [{ licenseId: id, ...happened }] },
  });
  return { body: toBenefitDetails(deps, after), etag: etagOf(after) };
}

function save(trx: Trx, { actor }: HomeUseCall, { id }: ProgramRow, change: ProgramChange): Promise<void> {
  return updateProgram(trx, actor.organization.id, id, change);
}

function codeOf({ homeUseKey }: HomeUseDeps, at: Date): ProgramChange {
  const code = newAccessCode();
  return {
    sealed_access_code: sealText(homeUseKey, code),
    access_code_hash: hashOfAccessCode(homeUseKey, code),
    code_made_at: at,
  };
}

function domainAt(text: string, index: number): string {
  const read = readEmployeeDomain(text);
  if (read.kind === 'domain') return read.domain;
  throw invalidField(
    `/domains/${index}`,
    read.why === 'no-domain'
      ? 'This is no domain of e-mail addresses, such as halden.example.'
      : 'Anyone can get an address in this domain: give one that is yours alone.',
  );
}

const REFUSALS: Readonly<Record<HomeUseRefusal, string>> = {
  'terms-open': 'Accept the terms first.',
  'terms-changed': 'The terms changed: read and accept those that hold now.',
  'contact-missing': 'Name a contact for your employees first.',
  'domains-missing': `Name the e-mail domains of your employees first, 1 to ${HOME_USE_DOMAINS_MAX}.`,
  'not-entitled': 'No Home Use copies are granted on this license ID. Your partner can tell you why.',
  'contract-over': 'The contract is over, and its Home Use Program with it.',
  'not-active': 'The program is not active: it has no access code to replace.',
};

function refused(refusal: HomeUseRefusal, { licenseId }: ProgramRow): Problem {
  return new Problem('home-use-state', { detail: REFUSALS[refusal], licenseIds: [licenseId] });
}

function accepts(ifMatch: string | null, etag: string): boolean {
  const accepted = ifMatch?.split(',').map((one) => one.trim()) ?? ['*'];
  return accepted.includes('*') || accepted.includes(etag);
}

import { AgreementNumber, LicenseIdNumber, OrganizationNumber, strict } from '@muniment/contract/fields.ts';
import { AgreementSetUp, LicenseSetUp, OrganizationSetUp } from '@muniment/contract/partners.ts';
import Type from 'typebox';
import type { Trx } from '../../database/connect.ts';
import { Problem } from '../../problem.ts';
import { unknownLicenseId } from '../records/own-licenses-service.ts';
import type { RecordActor, RecordKind, RejectedRecord, Saved } from '../records/record-kind.ts';
import { changeAgreement } from './save-agreement.ts';
import { type Changed, changeOrganization } from './save-organization.ts';
import { setUpLicenses } from './set-up-licenses.ts';
import { selectOrganizationFacts } from './set-up-repository.ts';

const OrganizationRecord = Type.Object(
  { number: OrganizationNumber, ...OrganizationSetUp.properties },
  strict,
);
type OrganizationRecord = Type.Static<typeof OrganizationRecord>;

/** Organizations as their partner pushes them; the publisher may correct them. */
export const organizationKind: RecordKind<typeof OrganizationRecord> = {
  type: 'organization',
  schema: OrganizationRecord,
  by: 'partner-or-publisher',
  save: (trx, _deps, actor, records) => saveOrganizations(trx, actor, records),
};

const AgreementRecord = Type.Object({ number: AgreementNumber, ...AgreementSetUp.properties }, strict);

/** Master agreements as their partner pushes them; the publisher may rename them. */
export const agreementKind: RecordKind<typeof AgreementRecord> = {
  type: 'agreement',
  schema: AgreementRecord,
  by: 'partner-or-publisher',
  save: (trx, _deps, actor, records) =>
    inOrder(records, ({ number, ...body }) => changeAgreement(trx, actor, number, body)),
};

const LicenseRecord = Type.Object({ licenseId: LicenseIdNumber, ...LicenseSetUp.properties }, strict);

/** License IDs as their partner sets them up; the publisher may correct their facts. @source A2 */
export const licenseKind: RecordKind<typeof LicenseRecord> = {
  type: 'license',
  schema: LicenseRecord,
  by: 'partner-or-publisher',
  async save(trx, deps, actor, records) {
    const wanted = records.map(({ licenseId, ...body }) => ({ licenseId, body }));
    const results = await setUpLicenses(trx, deps, actor, wanted);
    return results.map((result): Saved => {
      if (result instanceof Problem) return rejectedFor(result, unknownLicenseId);
      const { license, invited, happened } = result;
      return {
        outcome: invited !== null ? 'created' : happened === null ? 'unchanged' : 'updated',
        organizationId: license.organizationId,
        licenseId: license.id,
        events: happened === null ? [] : [happened.event],
      };
    });
  },
};

/** What most of a file that is pushed again says is so already: that is read at once. */
async function saveOrganizations(
  trx: Trx,
  actor: RecordActor,
  records: readonly OrganizationRecord[],
): Promise<Saved[]> {
  const facts = await selectOrganizationFacts(
    trx,
    actor.kind === 'partner' ? actor.partner.id : null,
    records.map(({ number }) => number),
  );
  const times = Map.groupBy(records, ({ number }) => number);
  const isSame = ({ number, name, language, timeZone }: OrganizationRecord) => {
    const there = facts.get(number);
    return (
      times.get(number)?.length === 1 &&
      there?.name === name.trim() &&
      (language === undefined || there.language === language) &&
      (timeZone === undefined || there.timeZone === timeZone)
    );
  };
  const changed = records.filter((record) => !isSame(record));
  const saved = await inOrder(changed, ({ number, ...body }) => changeOrganization(trx, actor, number, body));
  const outcomes = new Map(changed.map((record, place) => [record, saved[place]]));
  return records.map(
    (record): Saved =>
      outcomes.get(record) ?? {
        outcome: 'unchanged',
        organizationId: facts.get(record.number)?.id ?? null,
        licenseId: null,
        events: [],
      },
  );
}

/** One by one in the order of their numbers, so that two imports cannot wait for each other. */
async function inOrder<R extends { readonly number: string }>(
  records: readonly R[],
  change: (record: R) => Promise<Changed<unknown>>,
): Promise<Saved[]> {
  const places = records.map((_, place) => place);
  const sorted = places.sort((a, b) => {
    const [one, other] = [records[a]?.number ?? '', records[b]?.number ?? ''];
    return one < other ? -1 : one > other ? 1 : a - b;
  });
  const saved: Saved[] = [];
  for (const place of sorted) {
    const record = records[place];
    if (record !== undefined) saved[place] = await changeOne(record, change);
  }
  return saved;
}

async function changeOne<R>(record: R, change: (record: R) => Promise<Changed<unknown>>): Promise<Saved> {
  try {
    const { created, organizationId, events } = await change(record);
    const outcome = created ? 'created' : events.length === 0 ? 'unchanged' : 'updated';
    return { outcome, organizationId, licenseId: null, events };
  } catch (error) {
    if (error instanceof Problem) return rejectedFor(error, NOT_YOURS);
    throw error;
  }
}

const NOT_YOURS: RejectedRecord = {
  outcome: 'rejected',
  pointer: '/number',
  detail: 'The number is another partner’s, or there is none: only a partner creates one, by its own token.',
};

function rejectedFor({ id, message, facts }: Problem, missing: RejectedRecord): RejectedRecord {
  if (id === 'license-id-not-found' || id === 'not-found') return missing;
  const [field] = facts.errors ?? [];
  if (field !== undefined) return { outcome: 'rejected', ...field };
  return { outcome: 'rejected', pointer: id === 'contacts-fixed' ? '/contacts' : '', detail: message };
}

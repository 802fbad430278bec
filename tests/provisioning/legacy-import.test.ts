import { importLegacyRows } from '@muniment/contract/legacy-import.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Muniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';
import { register, seen, startProvisioned, untilStatus } from './provisioned-muniment.ts';
import { type Receiver, silence, startReceiver, status } from './receiver.ts';

let muniment: Muniment;
let receiver: Receiver;
let organization: Organization;
let admin: Member;
beforeAll(async () => {
  muniment = await startProvisioned();
  receiver = await startReceiver();
  organization = await (await muniment.newPartner()).organization();
  admin = await organization.administrator({ licenses: 2 });
});
afterAll(async () => {
  await muniment.stop();
  await receiver.stop();
});

test('G2 M8 what is imported waits for downstream systems, more of it can come meanwhile, and nobody is mailed', async () => {
  const colleague = await organization.colleague(admin, { roles: ['benefits-reader'] });
  const importRole = async (legacyName: string, licenseId: string) => {
    const row = {
      licenseId,
      signInEmail: colleague.email,
      displayName: 'Ines Valdivia',
      roles: [legacyName],
    };
    const day = '2022-05-04';
    const rows = [{ line: 2, ...row, assignedOn: day, registeredOn: day }];
    const [report] = (await muniment.publisher.call(importLegacyRows, { body: { rows } })).body.rows;
    return report?.code;
  };
  const mails = async () =>
    (await muniment.db.selectFrom('mail').select('id').where('vl_user_id', '=', colleague.vlUserId).execute())
      .length;
  const before = await mails();

  const system = receiver.system('/import');
  system.answer = silence;
  await register(muniment, 'Downloads', system);
  const [one = '', two = ''] = admin.licenseIds;
  expect(await importRole('Download', one)).toBe('registered');
  expect((await seen(admin, colleague.vlUserId)).status).toBe('assignment-in-progress');
  // Of the same person, as of other batches of one file.
  expect(await importRole('Product Keys', two)).toBe('registered');
  expect(await importRole('Product Keys', one)).toBe('registered');
  expect(await importRole('Download', one)).toBe('held-already');

  system.answer = status(204);
  await untilStatus(admin, colleague.vlUserId, 'active');
  expect(new Set((await seen(admin, colleague.vlUserId)).roles)).toEqual(
    new Set(['benefits-reader', 'product-download-manager', 'product-keys-reader']),
  );
  expect(await mails()).toBe(before);
});

import type { KeyedProduct, ProductKey } from '@muniment/contract/product-keys.ts';

const counts = new Intl.NumberFormat('en');

/** What commands about product keys print. */
export const keyMessages = {
  none: 'There are no such keys.',
  noProducts: 'There are no such products.',
  notFound: (name: string, licenseId: string) => `${licenseId} has no key ${name}`,
  ambiguous: (name: string, licenseId: string) =>
    `${licenseId} has several keys that end in ${name}: name one by its number`,
  needsYes: 'Nobody is here to confirm. Add --yes to export the keys without a question.',
  exporting: (total: number) =>
    `${counts.format(total)} ${total === 1 ? 'key' : 'keys'} in clear. It is recorded which they are and that you got them.`,
  askExport: 'Export them? [y/N] ',
  notExported: 'Nothing was exported.',
  requested: (reference: string, product: string, lastFive: string) =>
    `Asked the publisher for more activations of ${product} (${lastFive}). The ticket is ${reference}.`,
  keyType: { kms: 'KMS', mak: 'MAK', retail: 'Retail' } satisfies Record<ProductKey['keyType'], string>,
  status: { active: 'Active', blocked: 'Blocked', expired: 'Expired' } satisfies Record<
    ProductKey['status'],
    string
  >,
  activations: ({ activationsUsed, activationsTotal }: ProductKey) =>
    activationsTotal === null
      ? counts.format(activationsUsed)
      : `${counts.format(activationsUsed)} of ${counts.format(activationsTotal)}`,
  keyTypes: ({ keyTypes }: KeyedProduct) => keyTypes.map((type) => keyMessages.keyType[type]).join(', '),
};

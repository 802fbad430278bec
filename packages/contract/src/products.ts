import { PRODUCT_POOLS } from '@muniment/domain/license-summary.ts';
import Type from 'typebox';
import { endpoint } from './endpoint.ts';
import { Name, strict } from './fields.ts';
import { SavedRecord } from './records.ts';

/** As the publisher writes it. */
export const PartNumber = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._/-]{0,39}$' });

const productFacts = {
  name: Name,
  family: Name,
  version: Name,
  pool: Type.Enum([...PRODUCT_POOLS]),
};

/** A product of the publisher's catalog, known by its part number. */
export const ProductRecord = Type.Object({ partNumber: PartNumber, ...productFacts }, strict);
export type ProductRecord = Type.Static<typeof ProductRecord>;

export const putProduct = endpoint({
  id: 'putProduct',
  tag: 'Publisher',
  method: 'PUT',
  path: '/v1/publisher/products/:partNumber',
  summary: 'Save a product of the catalog, which orders, keys, subscriptions and downloads name',
  needs: 'publisher',
  params: Type.Object({ partNumber: PartNumber }),
  body: Type.Object(productFacts, {
    ...strict,
    examples: [{ name: 'Ledgerline Standard', family: 'Ledgerline', version: '2027', pool: 'applications' }],
  }),
  responses: { 200: SavedRecord, 201: SavedRecord },
});

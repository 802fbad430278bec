import { createHash } from 'node:crypto';
import { OrderRecord } from '@muniment/contract/orders.ts';
import { v7 } from 'uuid';
import type { Trx } from '../../database/connect.ts';
import { productsByPartNumber } from '../products/product-service.ts';
import { ownLicenses, unknownLicenseId } from '../records/own-licenses-service.ts';
import type { RecordActor, RecordKind, Saved } from '../records/record-kind.ts';
import {
  type NewOrder,
  type NewOrderLine,
  replaceOrderLines,
  upsertOrders,
} from './order-record-repository.ts';

/** Orders as partners and the publisher push them. @source W2 */
export const orderKind: RecordKind<typeof OrderRecord> = {
  type: 'order',
  schema: OrderRecord,
  by: 'partner-or-publisher',
  save: (trx, _deps, actor, records) => saveOrders(trx, actor, records),
};

interface ReadOrder extends NewOrder {
  readonly lines: readonly NewOrderLine[];
}

/** Saves orders with their lines: what is sent again as it is changes nothing, of the same order twice the later counts. */
async function saveOrders(trx: Trx, actor: RecordActor, records: readonly OrderRecord[]): Promise<Saved[]> {
  const licenses = await ownLicenses(
    trx,
    actor,
    records.map(({ licenseId }) => licenseId),
  );
  const products = await productsByPartNumber(
    trx,
    records.flatMap(({ lines }) => lines.map(({ partNumber }) => partNumber)),
  );
  const read = records.map((record): ReadOrder | Saved => {
    const license = licenses.get(record.licenseId);
    if (license === undefined) return unknownLicenseId;
    const lines: NewOrderLine[] = [];
    for (const [index, { partNumber, quantity, country }] of record.lines.entries()) {
      const product = products.get(partNumber);
      if (product === undefined) {
        const pointer = `/lines/${index}/partNumber`;
        return { outcome: 'rejected', pointer, detail: 'The catalog has no product of this part number.' };
      }
      lines.push({ line: index + 1, productId: product.id, quantity, country });
    }
    const facts = {
      resellerOrderNumber: record.resellerOrderNumber.trim(),
      customerOrderNumber: record.customerOrderNumber?.trim() ?? null,
      orderedOn: record.orderedOn,
      usageStartDate: record.usageStartDate ?? null,
      reseller: record.reseller.trim(),
    };
    const content = createHash('sha256')
      .update(JSON.stringify([Object.values(facts), lines.map((line) => Object.values(line))]))
      .digest();
    return {
      id: v7(),
      organizationId: license.organizationId,
      licenseId: license.id,
      ...facts,
      content,
      lines,
    };
  });

  // Of the same order twice the later one stays in the map. Sorted, so that two imports cannot wait for each other.
  const orders = new Map(read.flatMap((one) => ('outcome' in one ? [] : [[keyOf(one), one]])));
  if (orders.size === 0) return read.filter((one) => 'outcome' in one);
  const sorted = [...orders].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, order]) => order);
  const changed = new Map((await upsertOrders(trx, sorted)).map((row) => [keyOf(row), row]));
  if (changed.size > 0) {
    const withLines = sorted.flatMap((order) => {
      const row = changed.get(keyOf(order));
      const { organizationId, lines } = order;
      return row === undefined ? [] : [{ organizationId, orderId: row.id, lines }];
    });
    await replaceOrderLines(trx, withLines);
  }
  return read.map((one) => {
    if ('outcome' in one) return one;
    const row = changed.get(keyOf(one));
    const outcome = row === undefined ? 'unchanged' : row.isNew ? 'created' : 'updated';
    return { outcome, organizationId: one.organizationId, licenseId: one.licenseId };
  });
}

function keyOf(order: { readonly licenseId: string; readonly resellerOrderNumber: string }): string {
  return `${order.licenseId} ${order.resellerOrderNumber}`;
}

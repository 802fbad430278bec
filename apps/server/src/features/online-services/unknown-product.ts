import type { RejectedRecord } from '../records/record-kind.ts';

export const unknownProduct: RejectedRecord = {
  outcome: 'rejected',
  pointer: '/partNumber',
  detail: 'The catalog has no product of this part number.',
};

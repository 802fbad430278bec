import { putProduct } from '@muniment/contract/products.ts';
import type { FastifyInstance } from 'fastify';
import type { WriteDeps } from '../../http/serve-endpoint.ts';
import { putRecord } from '../records/put-record-service.ts';
import type { RecordDeps } from '../records/record-kind.ts';
import { productKind } from './product-service.ts';

export function registerProducts(app: FastifyInstance, deps: WriteDeps & RecordDeps): void {
  putRecord(app, deps, putProduct, productKind, (params, body) => ({ ...params, ...body }));
}

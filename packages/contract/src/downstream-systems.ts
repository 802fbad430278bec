import Type from 'typebox';
import { endpoint } from './endpoint.ts';
import { Id, Instant, Name, orNull, pageOf, pageQuery, strict } from './fields.ts';

export const DELIVERY_STATES = ['waiting', 'accepted', 'refused', 'failed', 'cancelled'] as const;

const Url = Type.String({
  minLength: 1,
  maxLength: 2_000,
  description: 'https, without credentials; it leads to an address that deliveries may go to.',
});
const Secret = Type.String({
  description: 'Signs deliveries (Standard Webhooks). Shown once.',
});

/** A system of the publisher that must know of a grant before it counts. @source M2, M8 */
export const DownstreamSystem = Type.Object({
  id: Id,
  name: Type.String(),
  url: Type.String(),
  createdAt: Instant,
  previousSecretUntil: orNull(
    Type.String({
      format: 'date-time',
      description: 'Until then deliveries carry a signature by the secret before, too.',
    }),
  ),
});
export type DownstreamSystem = Type.Static<typeof DownstreamSystem>;

const systemParams = Type.Object({ systemId: Type.String({ maxLength: 64 }) });

export const listDownstreamSystems = endpoint({
  id: 'listDownstreamSystems',
  tag: 'Downstream systems',
  method: 'GET',
  path: '/v1/publisher/downstream-systems',
  summary: 'The systems that must accept a grant before it counts, by name',
  needs: 'publisher',
  responses: { 200: Type.Object({ items: Type.Array(DownstreamSystem) }) },
});

export const createDownstreamSystem = endpoint({
  id: 'createDownstreamSystem',
  tag: 'Downstream systems',
  method: 'POST',
  path: '/v1/publisher/downstream-systems',
  summary: 'Register a system: from now on grants wait for it. The answer shows its secret once',
  needs: 'publisher',
  body: Type.Object({ name: Name, url: Url }, strict),
  responses: { 201: Type.Object({ ...DownstreamSystem.properties, secret: Secret }) },
});

export const editDownstreamSystem = endpoint({
  id: 'editDownstreamSystem',
  tag: 'Downstream systems',
  method: 'PATCH',
  path: '/v1/publisher/downstream-systems/:systemId',
  summary: 'Change the name or the URL of a system; what waits goes to the new URL',
  needs: 'publisher',
  params: systemParams,
  body: Type.Object({ name: Type.Optional(Name), url: Type.Optional(Url) }, { ...strict, minProperties: 1 }),
  responses: { 200: DownstreamSystem },
});

export const removeDownstreamSystem = endpoint({
  id: 'removeDownstreamSystem',
  tag: 'Downstream systems',
  method: 'DELETE',
  path: '/v1/publisher/downstream-systems/:systemId',
  summary: 'Wait for a system no more: what waits for it alone goes on',
  needs: 'publisher',
  params: systemParams,
  responses: { 204: Type.Null() },
});

export const rotateDownstreamSecret = endpoint({
  id: 'rotateDownstreamSecret',
  tag: 'Downstream systems',
  method: 'POST',
  path: '/v1/publisher/downstream-systems/:systemId/secret',
  summary: 'Make a new secret; for a day deliveries are signed by the one before, too',
  needs: 'publisher',
  params: systemParams,
  responses: { 200: Type.Object({ ...DownstreamSystem.properties, secret: Secret }) },
});

/** One message to a downstream system. */
export const Delivery = Type.Object({
  id: Type.String({ description: 'The webhook-id of every try.' }),
  organizationNumber: Type.String(),
  event: Type.String({
    description: '`assignment.requested`: grants wait for the answer. `assignment.changed`: it informs.',
  }),
  state: Type.Enum([...DELIVERY_STATES]),
  error: orNull(Type.String()),
  createdAt: Instant,
  endedAt: orNull(Instant),
  nextAttemptAt: orNull(Instant),
  attempts: Type.Array(
    Type.Object({
      number: Type.Integer(),
      at: Instant,
      status: orNull(Type.Integer()),
      error: orNull(Type.String()),
      durationMs: Type.Integer(),
    }),
    { description: 'The last ones, newest first.' },
  ),
});
export type Delivery = Type.Static<typeof Delivery>;

export const listDeliveries = endpoint({
  id: 'listDeliveries',
  tag: 'Downstream systems',
  method: 'GET',
  path: '/v1/publisher/downstream-systems/:systemId/deliveries',
  summary: 'What a system was sent, newest first, with how it answered',
  needs: 'publisher',
  params: systemParams,
  query: Type.Object({ ...pageQuery, state: Type.Optional(Type.Enum([...DELIVERY_STATES])) }, strict),
  responses: { 200: pageOf(Delivery) },
});

export const redeliver = endpoint({
  id: 'redeliver',
  tag: 'Downstream systems',
  method: 'POST',
  path: '/v1/publisher/downstream-systems/:systemId/deliveries/:deliveryId/redeliver',
  summary: 'Send a delivery again now, with the same webhook-id',
  needs: 'publisher',
  params: Type.Object({ ...systemParams.properties, deliveryId: Type.String({ maxLength: 64 }) }),
  responses: { 200: Delivery },
  problems: ['not-redeliverable'],
});

import { emailKey } from '@muniment/domain/email-address.ts';
import { Ajv, type Options, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import type { FastifySchemaCompiler } from 'fastify';

/**
 * Compiles the schemas that requests are held against.
 *
 * In a URL all is text, so what a schema wants as a number or a list is read as such. A body says itself what it
 * holds: `"dryRun": null` is refused, not taken for false.
 */
export function createValidatorCompiler(): FastifySchemaCompiler<object> {
  const ofUrl = createAjv({ coerceTypes: 'array' });
  const ofBody = createAjv({ coerceTypes: false });
  return ({ schema, httpPart }) => (httpPart === 'body' ? ofBody : ofUrl).compile(schema);
}

/** Compiles schemas that a part of a body is held against by itself, with the settings of bodies. */
export function createBodyCheck(): (schema: object) => ValidateFunction {
  const ofBody = createAjv({ coerceTypes: false });
  return (schema) => ofBody.compile(schema);
}

function createAjv(options: Options): Ajv {
  const ajv = new Ajv({ ...options, removeAdditional: false, useDefaults: true, addUsedSchema: false });
  formats.default(ajv);
  ajv.addFormat('email-address', (text: string) => emailKey(text) !== null);
  return ajv;
}

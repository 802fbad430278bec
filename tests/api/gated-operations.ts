import { ACTIONS, type Action } from '@muniment/domain/roles.ts';
import type { OpenApiDocument, Operation, Parameter } from '../support/answer-check.ts';

/** An operation that an action opens, as the OpenAPI document says. */
export interface Gated {
  readonly id: string;
  readonly method: string;
  /** With `{name}` for parameters. */
  readonly path: string;
  readonly action: Action;
  /** Where it names the license ID that it is about. */
  readonly names: 'path' | 'query' | 'body' | 'nothing';
  readonly operation: Operation;
}

/** Every operation that needs an action. Getting one license ID is open to whoever may see its contract (R1 to R7). */
export function gatedOperations(document: OpenApiDocument): Gated[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]): Gated[] => {
      const id = operation.operationId ?? '';
      const action =
        id === 'getLicense' ? 'contract:view' : ACTIONS.find((one) => one === operation['x-needs']);
      if (action === undefined) return [];
      return [{ id, method: method.toUpperCase(), path, action, names: placeOf(path, operation), operation }];
    }),
  );
}

function placeOf(path: string, operation: Operation): Gated['names'] {
  if (path.includes('{licenseId}')) return 'path';
  if (operation.parameters?.some((one) => one.in === 'query' && one.name === 'licenseId')) return 'query';
  return JSON.stringify(exampleBody(operation) ?? {}).includes(LICENSE_ID) ? 'body' : 'nothing';
}

/** Stands in the examples of bodies for a license ID. */
const LICENSE_ID = '12345678';

/**
 * A request that only the gate can refuse: parameters and body by the examples of the document.
 *
 * @param licenseId null: of all license IDs, where the operation takes that.
 */
export function examplesOf({ path, names, operation }: Gated, licenseId: string | null) {
  const written = path.replace(/\{(\w+)\}/g, (_whole, name: string) =>
    encodeURIComponent(name === 'licenseId' ? (licenseId ?? '') : exampleParameter(operation, name)),
  );
  const query = names === 'query' && licenseId !== null ? `?licenseId=${encodeURIComponent(licenseId)}` : '';
  const body = exampleBody(operation);
  const text = body === undefined ? undefined : JSON.stringify(body);
  return { path: written + query, body: text?.replaceAll(LICENSE_ID, licenseId ?? LICENSE_ID) };
}

function exampleParameter({ parameters }: Operation, name: string): string {
  const parameter: Parameter | undefined = parameters?.find((one) => one.in === 'path' && one.name === name);
  return parameter?.schema?.examples?.[0] ?? '01930000-0000-7000-8000-000000000000';
}

function exampleBody({ requestBody }: Operation): unknown {
  const content = Object.values(requestBody?.content ?? {})[0];
  if (content === undefined) return undefined;
  return content.example ?? Object.values(content.examples ?? {})[0]?.value ?? {};
}

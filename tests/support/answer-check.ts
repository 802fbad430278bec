import { PROBLEMS, problemIdOf } from '@muniment/contract/problems.ts';
import { emailKey } from '@muniment/domain/email-address.ts';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

/** As much of an OpenAPI document as answers are held against. */
export interface OpenApiDocument {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

export interface Operation {
  readonly operationId?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content?: Readonly<Record<string, MediaType>> };
  /** Empty where anyone may call it. */
  readonly security?: readonly object[];
  /** What a caller must be, or the action that a role must allow. */
  readonly 'x-needs'?: string;
  readonly responses: Readonly<Record<string, Response>>;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly schema?: { readonly examples?: readonly string[] };
}

interface MediaType {
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}

interface Response {
  readonly content?: Readonly<Record<string, { readonly schema: object }>>;
}

export interface CheckedAnswer {
  readonly method: string;
  /** Without its query. */
  readonly path: string;
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
}

/** Throws where an answer is not what the API says of itself. */
export type AnswerCheck = (answer: CheckedAnswer) => void;

/**
 * Holds answers against the OpenAPI document: a status that the operation does not declare, another content type
 * or a body of another shape is an error. So is a problem without a known type.
 */
export function createAnswerCheck(document: OpenApiDocument): AnswerCheck {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addFormat('email-address', (text: string) => emailKey(text) !== null);
  const compiled = new Map<object, ValidateFunction>();
  const paths = Object.keys(document.paths).map((pattern) => ({
    pattern,
    isMatch: new RegExp(`^${pattern.replace(/\{\w+\}/g, '[^/]+')}$`),
  }));

  return (answer) => {
    const name = `${answer.method} ${answer.path}: ${answer.status}`;
    if (answer.status >= 400) checkProblem(name, answer);
    const pattern = paths.find(({ isMatch }) => isMatch.test(answer.path))?.pattern;
    const operation =
      pattern === undefined ? undefined : document.paths[pattern]?.[answer.method.toLowerCase()];
    if (operation === undefined) return;
    const response = operation.responses[answer.status];
    if (response === undefined) throw new Error(`${name} is not declared. It answered ${answer.text}`);
    const contentType = answer.contentType.split(';', 1)[0] ?? '';
    const schema = response.content?.[contentType]?.schema;
    if (answer.status === 204) {
      if (answer.text !== '') throw new Error(`${name} has a body: ${answer.text}`);
      return;
    }
    if (schema === undefined) throw new Error(`${name} declares no ${contentType}`);
    const validate = compiled.get(schema) ?? ajv.compile(schema);
    compiled.set(schema, validate);
    if (!validate(contentType.endsWith('json') ? JSON.parse(answer.text) : answer.text)) {
      throw new Error(`${name} does not fit its schema: ${ajv.errorsText(validate.errors)}\n${answer.text}`);
    }
  };
}

function checkProblem(name: string, answer: CheckedAnswer): void {
  if (!answer.contentType.startsWith('application/problem+json')) {
    throw new Error(`${name} is ${answer.contentType}, no problem: ${answer.text}`);
  }
  const { type, status, title } = JSON.parse(answer.text) as { type: string; status: number; title: string };
  const id = problemIdOf(type);
  if (id === null) throw new Error(`${name} has an unknown type: ${type}`);
  const { status: expected, title: expectedTitle } = PROBLEMS[id];
  if (status !== answer.status || status !== expected || title !== expectedTitle) {
    throw new Error(`${name} is ${id}, but says ${status} ${title}`);
  }
}

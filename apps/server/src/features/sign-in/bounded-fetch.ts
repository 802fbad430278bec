import type { CustomFetch } from 'openid-client';

/** More than any issuer's metadata or keys. */
const MAX_BYTES = 512 * 1024;

/**
 * fetch for talking to issuers, which are no part of this system: what is longer than any honest answer is not read.
 * The time is bounded by the signal that the caller gives.
 *
 * @throws Error where the answer is too long.
 */
export const boundedFetch: CustomFetch = async (url, options) => {
  const response = await fetch(url, options as RequestInit);
  const { status, headers } = response;
  if (response.body === null) return response;
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    // Leaving the loop cancels the rest.
    if (bytes > MAX_BYTES) throw new Error(`The issuer answered more than ${MAX_BYTES} bytes.`);
    chunks.push(chunk);
  }
  const hasNoBody = status === 204 || status === 205 || status === 304;
  return new Response(hasNoBody ? null : Buffer.concat(chunks), { status, headers });
};

import {
  type BulkChangeAnswer,
  type BulkChangeRequest,
  changeInBulk,
} from '@muniment/contract/bulk-changes.ts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { newIdempotencyKey } from '../../../api/client.ts';
import { useApi, useOrganization } from '../../../app/organization.ts';

/** What a bulk change would do; asked for while there is a request. */
export function useBulkPlan(request: BulkChangeRequest | null) {
  const api = useApi();
  const { number } = useOrganization();
  return useQuery({
    queryKey: ['bulk-plan', number, request],
    queryFn: ({ signal }) => {
      if (request === null) throw new Error('There is nothing to plan.');
      return api.call(changeInBulk, { body: { ...request, dryRun: true }, signal });
    },
    enabled: request !== null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}

/** Saves a bulk change. The same request keeps its key, so that trying again after no answer saves it once. */
export function useSaveInBulk(onSaved: (answer: BulkChangeAnswer) => Promise<void>) {
  const api = useApi();
  const attempt = useRef<{ request: string; key: string } | null>(null);
  return useMutation({
    mutationFn: (request: BulkChangeRequest) => {
      const written = JSON.stringify(request);
      if (attempt.current?.request !== written)
        attempt.current = { request: written, key: newIdempotencyKey() };
      return api.call(changeInBulk, { body: request, idempotencyKey: attempt.current.key });
    },
    onSuccess: onSaved,
  });
}

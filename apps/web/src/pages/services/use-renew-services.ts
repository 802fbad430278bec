import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useOrganization } from '../../app/organization.ts';

/** Reads lists and details of this page anew, after something was done. */
export function useRenewServices(): () => Promise<void> {
  const { number } = useOrganization();
  const client = useQueryClient();
  return useCallback(async () => {
    await Promise.all(
      ['vl/services', 'service'].map((what) => client.invalidateQueries({ queryKey: [number, what] })),
    );
  }, [client, number]);
}

import {
  createRoleSet,
  editRoleSet,
  listRoleSets,
  type RoleSet,
  removeRoleSet,
} from '@muniment/contract/role-sets.ts';
import type { Role } from '@muniment/domain/roles.ts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { type Api, isProblem } from '../../api/client.ts';
import { useApi, useOrganization } from '../../app/organization.ts';

/** Roles under a name, to be filled in. */
export interface NamedRoles {
  readonly name: string;
  readonly roles: readonly Role[];
}

/** Suggestions that every organization gets; their names are in the catalog. */
export const SUGGESTED_ROLE_SETS = [
  { id: 'second-administrator', roles: ['administrator'] },
  { id: 'buyer', roles: ['licensing-info-viewer', 'online-services-manager'] },
  { id: 'deployment', roles: ['product-download-manager', 'product-keys-reader'] },
  { id: 'benefits', roles: ['benefits-reader', 'online-services-manager'] },
] as const satisfies readonly { readonly id: string; readonly roles: readonly Role[] }[];

/** The person's own role sets in the organization. */
export function roleSetsQuery(api: Api, organization: string) {
  return queryOptions({
    queryKey: ['role-sets', organization],
    staleTime: 60_000,
    queryFn: async ({ signal }): Promise<RoleSet[]> => (await api.call(listRoleSets, { signal })).items,
  });
}

/** What is done to a role set: kept anew without an id, changed with one, or forgotten. */
export type RoleSetAct =
  | { readonly kind: 'save'; readonly id: string | null; readonly wanted: NamedRoles }
  | { readonly kind: 'remove'; readonly id: string };

/** Saves or removes role sets; the lists follow. */
export function useRoleSetChange() {
  const api = useApi();
  const { number } = useOrganization();
  const queries = useQueryClient();
  return useMutation({
    networkMode: 'always',
    mutationFn: async (act: RoleSetAct) => {
      if (act.kind === 'remove') await api.call(removeRoleSet, { params: { roleSetId: act.id } });
      else if (act.id === null) await api.call(createRoleSet, { body: bodyOf(act.wanted) });
      else await api.call(editRoleSet, { params: { roleSetId: act.id }, body: bodyOf(act.wanted) });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: roleSetsQuery(api, number).queryKey }),
  });
}

function bodyOf({ name, roles }: NamedRoles) {
  return { name: name.trim(), roles: [...roles] };
}

/** The message that tells why a role set was not saved. */
export function roleSetFault(error: unknown) {
  if (isProblem(error, 'role-set-name-taken')) return 'roleSets.nameTaken' as const;
  return isProblem(error, 'invalid-request') ? ('roleSets.full' as const) : ('roleSets.failed' as const);
}

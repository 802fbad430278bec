import type { AssignmentChangeAnswer } from '@muniment/contract/assignment-changes.ts';
import type { VlUser } from '@muniment/contract/vl-users.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';
import { isProblem } from '../../../api/client.ts';
import { meQuery } from '../../../api/me.ts';
import { renewOrganization } from '../../../api/organization-queries.ts';
import { useApi, useMe, useOrganization } from '../../../app/organization.ts';
import type { PersonTab } from '../../../app/paths.ts';
import { useSavedToast } from '../../../changes/use-undo.ts';
import { useMessages } from '../../../messages/messages.tsx';
import { Avatar } from '../../../ui/avatar.tsx';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { InlinePane } from '../../../ui/inline-pane.tsx';
import { PageError } from '../../../ui/page-error.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { useIsSlow } from '../../../ui/use-is-slow.ts';
import { countChanges, leavesNothing } from './access-draft.ts';
import { LeaveGuard } from './leave-guard.tsx';
import { PaneContent } from './pane-content.tsx';
import { PaneFooter } from './pane-footer.tsx';
import { personQuery } from './person-query.ts';
import { isBeingApplied } from './person-standing.ts';
import { StaleNotice } from './stale-notice.tsx';
import { useAccessDraft } from './use-access-draft.ts';
import { usePlan, useSave } from './use-plan-and-save.ts';
import { VerifyDialog } from './verify-dialog.tsx';

export interface AccessPaneProps {
  vlUserId: string;
  /** Their row, where it is loaded: shows who it is before their access is. */
  row: VlUser | undefined;
  /** Whether it opens with what failed wanted again. */
  assignsAgain?: boolean;
  /** The part that is shown, where the address says it; left out: the pane keeps it to itself. */
  shownTab?: { readonly tab: PersonTab | undefined; readonly onTab: (tab: PersonTab | undefined) => void };
  /** A past moment, at which there is nothing to edit; left out: now. */
  at?: string | undefined;
  onClose: () => void;
  onRemove: (person: VlUser) => void;
}

/** What one person holds on the license IDs that one administers, to read and to edit. @source M4 */
export function AccessPane({
  vlUserId,
  row,
  assignsAgain,
  shownTab,
  at,
  onClose,
  onRemove,
}: AccessPaneProps) {
  const { t } = useMessages();
  const api = useApi();
  const { number } = useOrganization();
  const query = useQuery(personQuery(api, number, vlUserId, at));
  const isGone = isProblem(query.error, 'vl-user-not-found');
  const access = isGone ? undefined : query.data;
  const isSlow = useIsSlow(query.isPending);
  const { draft, isStale, want, again, discard, keepOnTop } = useAccessDraft(access);
  const [hasTypedDetails, setTypedDetails] = useState(false);
  const [isVerifying, setVerifying] = useState(false);
  const [isDone, setDone] = useState(false);
  const [ownTab, setOwnTab] = useState<PersonTab>();
  const { plan, planError, planAgain } = usePlan(vlUserId, isStale ? null : draft, isVerifying);
  const tellSaved = useTellSaved(vlUserId);

  const save = useSave(vlUserId, (saved, answer) => {
    setVerifying(false);
    // Edits that are newer than what was saved stay.
    if (draft === null || draft.wanted === saved.wanted) {
      discard();
      setDone(leavesNothing(saved));
    }
    void tellSaved(answer);
  });

  const isLoaded = access !== undefined;
  const isApplying = isLoaded && isBeingApplied(access);
  useRenewedWhenApplied(isApplying);
  const hasBegunAgain = useRef(false);
  useEffect(() => {
    if (!assignsAgain || !isLoaded || isApplying || hasBegunAgain.current) return;
    hasBegunAgain.current = true;
    again();
  }, [assignsAgain, isLoaded, isApplying, again]);

  // Only when the guard below knows that nothing is left to lose.
  useEffect(() => {
    if (isDone) onClose();
  }, [isDone, onClose]);
  useEffect(() => {
    if (isStale || isGone) setVerifying(false);
    if (isGone) discard();
  }, [isStale, isGone, discard]);

  const person = access?.person ?? row;
  const name = person?.displayName ?? t('access.loading');
  const verify = () => {
    save.reset();
    planAgain();
    setVerifying(true);
  };
  return (
    <InlinePane
      title={isGone ? (row?.displayName ?? t('access.gone')) : name}
      media={person && <Avatar name={person.displayName} size="large" />}
      subtitle={access && <StatusBadge status={access.person.status} />}
      onClose={onClose}
      focusKey={draft === null ? 'read' : isStale ? 'stale' : 'edited'}
      footer={footer()}
    >
      {isGone ? (
        <EmptyState
          title={t('access.gone')}
          action={<Button onPress={onClose}>{t('access.gone.close')}</Button>}
        >
          {t('access.gone.body')}
        </EmptyState>
      ) : access !== undefined ? (
        <PaneContent
          access={access}
          at={at}
          tab={shownTab === undefined ? ownTab : shownTab.tab}
          onTab={shownTab?.onTab ?? setOwnTab}
          wanted={draft?.wanted}
          onWant={want}
          onAssignAgain={again}
          onRemove={onRemove}
          onTypeDetails={setTypedDetails}
        />
      ) : query.error ? (
        <PageError title={t('access.error')} error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        isSlow && <SkeletonRows rowHeight={52} />
      )}
      <LeaveGuard name={name} vlUserId={vlUserId} draft={draft} hasTypedDetails={hasTypedDetails} />
      <VerifyDialog
        name={name}
        isOpen={isVerifying && draft !== null}
        onClose={() => setVerifying(false)}
        plan={plan}
        planError={planError}
        onPlanAgain={planAgain}
        onSave={() => draft !== null && save.mutate(draft)}
        isSaving={save.isPending}
        saveError={isProblem(save.error, 'stale-version') ? null : save.error}
      />
    </InlinePane>
  );

  function footer() {
    if (draft === null || access === undefined) return null;
    if (isStale)
      return (
        <StaleNotice vlUserId={vlUserId} draft={draft} now={access} onTheirs={discard} onKeep={keepOnTop} />
      );
    return (
      <PaneFooter
        changes={countChanges(draft)}
        emails={plan?.emails.length ?? null}
        onDiscard={discard}
        onVerify={verify}
      />
    );
  }
}

/** Tells what was saved, and renews what it changes: also the pages that oneself may open. */
function useTellSaved(vlUserId: string) {
  const tell = useSavedToast();
  const me = useMe();
  const { number } = useOrganization();
  const myId = me.organizations.find((each) => each.number === number)?.vlUserId;
  const queryClient = useQueryClient();
  const router = useRouter();
  return useCallback(
    async (answer: AssignmentChangeAnswer) => {
      tell(answer);
      await renewOrganization(queryClient, number);
      if (vlUserId !== myId) return;
      await queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
      await router.invalidate();
    },
    [tell, queryClient, number, router, vlUserId, myId],
  );
}

/** When a change of the person has been applied, the list and the overview beside the pane are asked for anew. */
function useRenewedWhenApplied(isApplying: boolean) {
  const { number } = useOrganization();
  const queryClient = useQueryClient();
  const wasApplying = useRef(isApplying);
  useEffect(() => {
    if (wasApplying.current && !isApplying) void renewOrganization(queryClient, number);
    wasApplying.current = isApplying;
  }, [isApplying, queryClient, number]);
}

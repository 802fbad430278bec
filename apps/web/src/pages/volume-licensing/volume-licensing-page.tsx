import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { overviewQuery } from '../../api/organization-queries.ts';
import { useApi, useOrganization } from '../../app/organization.ts';
import { OnDemand } from '../../frame/on-demand.tsx';
import { Columns, Page } from '../../frame/page.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Card } from '../../ui/card.tsx';
import { PageError } from '../../ui/page-error.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { useIsSlow } from '../../ui/use-is-slow.ts';
import { RoleAssignments } from './role-assignments.tsx';
import { SoleAdministratorCard } from './sole-administrator.tsx';

// Administrators do without it, and this is the page that most of them see first.
const loadHeldAccess = () => import('./held-access.tsx');
const HeldAccess = lazy(() => loadHeldAccess().then((module) => ({ default: module.HeldAccess })));
const WhomToAsk = lazy(() => loadHeldAccess().then((module) => ({ default: module.WhomToAsk })));

const Entitlements = lazy(() => import('./entitlements.tsx'));
const NothingYet = lazy(() => import('../preferences/nothing-yet.tsx'));
// Beside what matters first: the page shows without them.
const PreferencesCard = lazy(() => import('../preferences/preferences-card.tsx'));
const RecentChanges = lazy(() =>
  import('./recent-changes.tsx').then((module) => ({ default: module.RecentChanges })),
);

/** Your products, Volume licensing: what needs an administrator today; what anybody else holds. @source A5, R10 */
export default function VolumeLicensingPage() {
  const { t } = useMessages();
  const { actions } = useOrganization();
  const isAdministrator = actions.includes('assignment:manage');
  if (actions.length === 0) {
    return (
      <Suspense>
        <NothingYet />
      </Suspense>
    );
  }
  return (
    <Page title={t('page.products')} crumbs={[{ label: t('overview.billing') }]} width="wide">
      {isAdministrator ? (
        <Columns
          aside={
            <>
              <Suspense>
                <PreferencesCard />
              </Suspense>
              <Suspense>
                <RecentChanges />
              </Suspense>
            </>
          }
        >
          <Today />
          <OnDemand>
            <Entitlements />
          </OnDemand>
        </Columns>
      ) : (
        <Suspense>
          <Columns
            aside={
              <>
                <PreferencesCard />
                <WhomToAsk />
              </>
            }
          >
            <HeldAccess />
            <OnDemand>
              <Entitlements />
            </OnDemand>
          </Columns>
        </Suspense>
      )}
    </Page>
  );
}

function Today() {
  const api = useApi();
  const { number } = useOrganization();
  const { data: overview, error, isPending, refetch } = useQuery(overviewQuery(api, number));
  const isSlow = useIsSlow(isPending);
  if (overview !== undefined) {
    return (
      <>
        <SoleAdministratorCard overview={overview} />
        <RoleAssignments overview={overview} />
      </>
    );
  }
  if (error) return <PageError error={error} onRetry={() => void refetch()} />;
  return (
    isSlow && (
      <>
        <Card>
          <SkeletonRows rows={5} />
        </Card>
        <Card>
          <SkeletonRows rows={4} rowHeight={52} />
        </Card>
      </>
    )
  );
}

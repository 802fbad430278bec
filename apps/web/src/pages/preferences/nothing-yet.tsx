import { useQuery } from '@tanstack/react-query';
import { preferencesQuery } from '../../api/preferences.ts';
import { useApi, useOrganization } from '../../app/organization.ts';
import { Columns, Page } from '../../frame/page.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Card, CardBody } from '../../ui/card.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { useIsSlow } from '../../ui/use-is-slow.ts';
import { HeldAccess, WhomToAsk } from '../volume-licensing/held-access.tsx';
import { PreferencesContent } from './preferences-content.tsx';

/**
 * For somebody who holds no role now. A contact of an agreement has preferences to set, and that is all there is for
 * them; others are told that they hold nothing. @source I2, R10
 */
export default function NothingYet() {
  const { t } = useMessages();
  const api = useApi();
  const { number, name, vlUserId } = useOrganization();
  const { data, isPending } = useQuery(preferencesQuery(api, number));
  const isSlow = useIsSlow(isPending);
  const isContact = vlUserId === null || (data?.preferences.inheritance.length ?? 0) > 0;
  if (isPending) {
    return (
      <Page title={t('page.products')} width="wide">
        {isSlow && <SkeletonRows rows={4} />}
      </Page>
    );
  }
  if (!isContact) {
    return (
      <Page title={t('page.products')} crumbs={[{ label: t('overview.billing') }]} width="wide">
        <Columns aside={<WhomToAsk />}>
          <HeldAccess />
        </Columns>
      </Page>
    );
  }
  return (
    <Page title={t('preferences.title')} width="wide">
      <Columns aside={<WhomToAsk />}>
        <p>{t('preferences.contactOnly', { organization: name })}</p>
        <Card>
          <CardBody>
            <PreferencesContent heading="h2" />
          </CardBody>
        </Card>
      </Columns>
    </Page>
  );
}

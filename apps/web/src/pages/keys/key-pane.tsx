import { getKey, type ProductKey } from '@muniment/contract/product-keys.ts';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useApi, useOrganization } from '../../app/organization.ts';
import { DetailPane } from '../../listing/detail-pane.tsx';
import { Facts } from '../../listing/facts.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { LicenseId } from '../../ui/license-id.tsx';
import { Activations, KeyLine, KeyStatus } from './key-facts.tsx';

const RequestSheet = lazy(() => import('./request-sheet.tsx'));

export interface KeyPaneProps {
  licenseId: string;
  keyId: string;
  /** As the list has it, where it is loaded. */
  row: ProductKey | undefined;
  onClose: () => void;
}

/** What is known of one key; for a MAK also the way to more activations. @source W3 */
export default function KeyPane({ licenseId, keyId, row, onClose }: KeyPaneProps) {
  const { t } = useMessages();
  const api = useApi();
  const { number } = useOrganization();
  const [isRequesting, setRequesting] = useState(false);
  const query = useQuery({
    queryKey: [number, 'key', licenseId, keyId],
    queryFn: ({ signal }) => api.call(getKey, { params: { licenseId, keyId }, signal }),
  });
  const key = query.data ?? row;
  return (
    <DetailPane
      title={key?.product}
      subtitle={
        key && (
          <>
            <LicenseId id={key.licenseId} /> <KeyStatus productKey={key} />
          </>
        )
      }
      query={query}
      onClose={onClose}
      footer={
        key?.keyType === 'mak' && (
          <Button onPress={() => setRequesting(true)}>{t('keys.request.open')}</Button>
        )
      }
    >
      {(details) => (
        <>
          <Facts
            facts={[
              [t('keys.column.key'), <KeyLine key="key" productKey={details} />],
              [t('keys.column.type'), t(`keys.type.${details.keyType}`)],
              [t('keys.column.activations'), <Activations key="activations" productKey={details} />],
              [t('keys.fact.keyNumber'), details.keyNumber],
              [t('keys.fact.partNumber'), details.partNumber],
              [t('keys.fact.licenseName'), details.licenseName],
              [t('keys.column.organization'), details.organizationName],
            ]}
          />
          {isRequesting && (
            <Suspense>
              <RequestSheet productKey={details} onClose={() => setRequesting(false)} />
            </Suspense>
          )}
        </>
      )}
    </DetailPane>
  );
}

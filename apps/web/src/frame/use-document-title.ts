import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useMe } from '../app/organization.ts';
import { useMessages } from '../messages/messages.tsx';

/** Titles the window for a page of an organization: "Manage assignments - Harbour Line - Volume licensing". */
export function useDocumentTitle(page: string): void {
  const { t } = useMessages();
  const { organization: number } = useParams({ strict: false });
  const { organizations } = useMe();
  const organization = organizations.find((each) => each.number === number)?.name;
  useEffect(() => {
    document.title =
      organizations.length > 1 && organization !== undefined
        ? t('frame.documentTitleWithOrganization', { page, organization })
        : t('frame.documentTitle', { page });
  }, [t, page, organization, organizations.length]);
}

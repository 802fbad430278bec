import { useOrganization } from '../../app/organization.ts';
import { type AssignStep, paths } from '../../app/paths.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Steps } from '../../ui/steps.tsx';
import styles from './assign-page.module.css';

const ORDER: readonly (AssignStep | 'verify')[] = ['people', 'contracts', 'roles', 'verify'];

/** People, Contracts, Roles, Verify and save. Finished ones are links. */
export function AssignSteps({ current }: { current: AssignStep | 'verify' }) {
  const { t } = useMessages();
  const { number } = useOrganization();
  return (
    <div className={styles.steps}>
      <Steps
        current={ORDER.indexOf(current)}
        steps={[
          { label: t('assign.step.people'), href: paths.assign(number, { step: 'people' }) },
          { label: t('assign.step.contracts'), href: paths.assign(number, { step: 'contracts' }) },
          { label: t('assign.step.roles'), href: paths.assign(number, { step: 'roles' }) },
          { label: t('assign.step.verify') },
        ]}
      />
    </div>
  );
}

import type { AccessExplanation } from '@muniment/contract/explain.ts';
import { type Messages, useMessages } from '../../../../messages/messages.tsx';
import { roleName } from '../../../../messages/names.ts';
import styles from './why-panel.module.css';

type IfRemoved = NonNullable<AccessExplanation['ifRemoved']>[number];

export interface ConsequencesProps {
  explanation: AccessExplanation;
  ifRemoved: readonly IfRemoved[];
}

/** "If you remove Administrator, Amara Nwosu keeps Product keys reader and you become the only administrator." */
export function Consequences({ explanation, ifRemoved }: ConsequencesProps) {
  const messages = useMessages();
  const sentences = ifRemoved.map((one) => sentenceOf(one, explanation, messages));
  return [...new Set(sentences)].map((sentence) => (
    <p key={sentence} className={styles.consequence}>
      {sentence}
    </p>
  ));
}

function sentenceOf(
  { role, isLocked, isRefused, actionsLost, rolesKept, onlyAdministrator }: IfRemoved,
  { person, roles }: AccessExplanation,
  { t, formatList }: Messages,
): string {
  const name = person.displayName;
  if (isLocked) return person.isYou ? t('why.if.locked.you') : t('why.if.locked', { name });
  if (isRefused) return t('why.if.refused', { role: t(roleName(role)) });
  // It did not count: nothing is lost with it.
  if (!roles.includes(role) && actionsLost.length === 0 && onlyAdministrator === null) {
    return t('why.if.waiting', { role: t(roleName(role)) });
  }
  return t(rolesKept.length === 0 ? 'why.if.loses' : 'why.if.keeps', {
    role: t(roleName(role)),
    isYou: person.isYou ? 'yes' : 'no',
    name,
    roles: formatList(rolesKept.map((one) => t(roleName(one)))),
    only: onlyAdministrator === null ? 'nobody' : onlyAdministrator.isYou ? 'you' : 'other',
    who: onlyAdministrator?.displayName ?? '',
  });
}

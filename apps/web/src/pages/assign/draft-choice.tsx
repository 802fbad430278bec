import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { Card, CardBody } from '../../ui/card.tsx';
import styles from './assign-page.module.css';
import type { Draft } from './draft.ts';
import { pairCount } from './draft-gaps.ts';

interface DraftChoiceProps {
  draft: Draft;
  /** How many people the link would add. */
  added: number;
  onContinue: () => void;
  onJoin: () => void;
  onAnew: () => void;
}

const NAMED_MAX = 3;

/** A link would add people while a draft is unfinished: what becomes of it is for the person to say. */
export function DraftChoice({ draft, added, onContinue, onJoin, onAnew }: DraftChoiceProps) {
  const { t, formatList, formatRelative } = useMessages();
  const { people, changedAt } = draft;
  const pairs = pairCount(people);
  const more = people.length - NAMED_MAX;
  const named = people.slice(0, NAMED_MAX).map(({ displayName }) => displayName);
  const names = formatList(more > 0 ? [...named, t('assign.gap.andMore', { count: more })] : named);
  return (
    <Card title={t('assign.draft.unfinished')}>
      <CardBody>
        <div className={styles.choice}>
          <p>
            {t('assign.draft.unfinishedBody', {
              names,
              pairs,
              when: changedAt === null ? '' : formatRelative(new Date(changedAt), new Date()),
              added,
            })}
          </p>
          <div className={styles.buttons}>
            <Button variant="primary" onPress={onContinue}>
              {t('assign.draft.continue')}
            </Button>
            <Button onPress={onJoin}>{t('assign.draft.join')}</Button>
            <Button onPress={onAnew}>{t('assign.draft.anew')}</Button>
          </div>
          <p className={styles.hint}>{t('assign.draft.anewHint', { pairs, people: people.length })}</p>
        </div>
      </CardBody>
    </Card>
  );
}

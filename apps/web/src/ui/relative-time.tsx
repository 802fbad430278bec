import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { useMessages } from '../messages/messages.tsx';
import styles from './relative-time.module.css';
import { WithTooltip } from './tooltip.tsx';

const RENEW_MILLISECONDS = 30_000;

/** "5 minutes ago": the exact time shows when it is hovered or focused, and stays when it is pressed. */
export function RelativeTime({ at }: { at: string }) {
  const { formatRelative, formatDateTime } = useMessages();
  const [isExact, setExact] = useState(false);
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), RENEW_MILLISECONDS);
    return () => clearInterval(timer);
  }, []);
  const instant = new Date(at);
  const exact = formatDateTime(instant);
  // A clock that was drawn before the instant was known must not say "in 2 seconds" of the past.
  const relative = formatRelative(instant, now > instant ? now : new Date());
  return (
    <WithTooltip text={isExact ? relative : exact}>
      <Button className={styles.time} aria-pressed={isExact} onPress={() => setExact(!isExact)}>
        <time dateTime={at}>{isExact ? exact : relative}</time>
      </Button>
    </WithTooltip>
  );
}

import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { Link as AriaLink, type LinkProps as AriaLinkProps } from 'react-aria-components/Link';
import { ProgressBarContext } from 'react-aria-components/ProgressBar';
import { useSlottedContext } from 'react-aria-components/slots';
import { useMessages } from '../messages/messages.tsx';
import styles from './button.module.css';
import { classNames } from './class-names.ts';
import { WithTooltip } from './tooltip.tsx';

interface Look {
  /** One primary button a page. `danger` is for what takes something away. Default: `default`. */
  variant?: 'primary' | 'default' | 'quiet' | 'danger';
  size?: 'medium' | 'small';
  icon?: ReactNode;
  children: ReactNode;
}

export interface ButtonProps extends Look, Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  /** Why it cannot be used now. It stays reachable, says so in a tooltip, and does nothing. */
  disabledReason?: string | null;
}

/** A button with words. While `isPending` it keeps its place and focus and cannot be pressed again. */
export function Button({ variant, size, icon, children, disabledReason, ...props }: ButtonProps) {
  const { t } = useMessages();
  const isBlocked = typeof disabledReason === 'string';
  return (
    <WithTooltip text={disabledReason ?? null}>
      <AriaButton
        {...props}
        onPress={isBlocked ? undefined : props.onPress}
        type={isBlocked ? 'button' : props.type}
        aria-disabled={isBlocked || undefined}
        className={lookOf({ variant, size })}
      >
        <span className={styles.content}>
          {icon}
          <span className={styles.words}>{children}</span>
        </span>
        {props.isPending && <Spinner label={t('ui.working')} />}
      </AriaButton>
    </WithTooltip>
  );
}

/** React Aria names a pending button by its progress bar, which it tells its id. */
function Spinner({ label }: { label: string }) {
  const { id } = useSlottedContext(ProgressBarContext) ?? {};
  return (
    <span id={id} role="progressbar" aria-label={label} className={styles.spinner}>
      <span />
    </span>
  );
}

export interface ButtonLinkProps extends Look, Omit<AriaLinkProps, 'children' | 'className' | 'style'> {
  href: string;
}

/** A link that looks like a button: for going to another page, never for doing something. */
export function ButtonLink({ variant, size, icon, children, ...props }: ButtonLinkProps) {
  return (
    <AriaLink {...props} className={lookOf({ variant, size })}>
      <span className={styles.content}>
        {icon}
        <span className={styles.words}>{children}</span>
      </span>
    </AriaLink>
  );
}

function lookOf({ variant = 'default', size = 'medium' }: Pick<Look, 'variant' | 'size'>): string {
  return classNames(styles.button, styles[variant], size === 'small' && styles.small);
}

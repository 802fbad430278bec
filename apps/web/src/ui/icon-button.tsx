import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { classNames } from './class-names.ts';
import styles from './icon-button.module.css';
import { WithTooltip } from './tooltip.tsx';

export interface IconButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  /** Its name, shown as a tooltip. */
  label: string;
  ref?: Ref<HTMLButtonElement>;
  icon: ReactNode;
  size?: 'medium' | 'small';
  /** Why it cannot be used now; the tooltip says it after the name. */
  disabledReason?: string | null;
}

/** A button with an icon alone. */
export function IconButton({ label, icon, size = 'medium', disabledReason, ...props }: IconButtonProps) {
  const isBlocked = typeof disabledReason === 'string';
  return (
    <WithTooltip text={disabledReason ?? label}>
      <AriaButton
        {...props}
        onPress={isBlocked ? undefined : props.onPress}
        aria-disabled={isBlocked || undefined}
        aria-label={label}
        className={classNames(styles.button, size === 'small' && styles.small)}
      >
        {icon}
      </AriaButton>
    </WithTooltip>
  );
}

import type { ReactElement } from 'react';
import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import styles from './tooltip.module.css';

/** Shows a short text when its one focusable child is hovered or focused. */
export function WithTooltip({ text, children }: { text: string; children: ReactElement }) {
  return (
    <TooltipTrigger delay={400} closeDelay={100}>
      {children}
      <Tooltip offset={6} className={styles.tooltip}>
        {text}
      </Tooltip>
    </TooltipTrigger>
  );
}

import type { RefObject } from 'react';
import { Tooltip, TooltipTriggerStateContext } from 'react-aria-components/Tooltip';
import styles from './tooltip.module.css';

export interface TooltipBubbleProps {
  target: RefObject<Element | null>;
  text: string;
  isOpen: boolean;
  onClose: () => void;
}

/** The bubble of a tooltip. Loaded when the first one is to show, so that no page waits for it. */
export default function TooltipBubble({ target, text, isOpen, onClose }: TooltipBubbleProps) {
  return (
    <TooltipTriggerStateContext.Provider
      value={{ isOpen, shouldSkipAnimation: true, open: () => undefined, close: onClose }}
    >
      <Tooltip triggerRef={target} offset={6} className={styles.tooltip}>
        {text}
      </Tooltip>
    </TooltipTriggerStateContext.Provider>
  );
}

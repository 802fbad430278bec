import { Camera, ImagePlus, Trash2 } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './feedback.module.css';
import { canTakeScreenshot, takeScreenshot } from './take-screenshot.ts';

export interface ScreenshotFieldProps {
  publisher: string;
  /** A `data:` URL; null where there is none. */
  picture: string | null;
  problem: string | null;
  onPicture: (picture: Blob) => void;
  onNotTaken: () => void;
  onRemove: () => void;
}

/** A screenshot to send along: chosen, pasted into the form, or taken. */
export function ScreenshotField(props: ScreenshotFieldProps) {
  const { publisher, picture, problem, onPicture, onNotTaken, onRemove } = props;
  const { t } = useMessages();
  const labelId = useId();
  const hintId = useId();
  const [isTaking, setTaking] = useState(false);
  const takeButton = useRef<HTMLDivElement>(null);
  const group = useRef<HTMLDivElement>(null);

  const take = async () => {
    setTaking(true);
    const taken = await takeScreenshot();
    setTaking(false);
    if (taken === null) onNotTaken();
    else onPicture(taken);
    // What was hidden for a moment had lost the focus.
    takeButton.current?.querySelector('button')?.focus();
  };

  const remove = () => {
    onRemove();
    group.current?.querySelector('button')?.focus();
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own frame
    <div
      ref={group}
      role="group"
      aria-labelledby={labelId}
      aria-describedby={hintId}
      className={styles.screenshot}
    >
      <div id={labelId}>{t('feedback.screenshot')}</div>
      <div className={styles.buttons}>
        <FileTrigger
          acceptedFileTypes={['image/*']}
          onSelect={(files) => {
            const [file] = files ?? [];
            if (file !== undefined) onPicture(file);
          }}
        >
          <Button size="small" icon={<ImagePlus size={16} strokeWidth={1.5} aria-hidden />}>
            {t('feedback.screenshot.choose')}
          </Button>
        </FileTrigger>
        {canTakeScreenshot() && (
          <div ref={takeButton}>
            <Button
              size="small"
              icon={<Camera size={16} strokeWidth={1.5} aria-hidden />}
              isPending={isTaking}
              onPress={() => void take()}
            >
              {t('feedback.screenshot.take')}
            </Button>
          </div>
        )}
        {picture !== null && (
          <Button size="small" icon={<Trash2 size={16} strokeWidth={1.5} aria-hidden />} onPress={remove}>
            {t('feedback.screenshot.remove')}
          </Button>
        )}
      </div>
      <p id={hintId} className={styles.hint}>
        {t('feedback.screenshot.hint', { publisher })}
      </p>
      <div role="status">
        {picture !== null && <span className="visually-hidden">{t('feedback.screenshot.added')}</span>}
        {problem !== null && <p className={styles.problem}>{problem}</p>}
      </div>
      {picture !== null && (
        <img src={picture} alt={t('feedback.screenshot.preview')} className={styles.preview} />
      )}
    </div>
  );
}

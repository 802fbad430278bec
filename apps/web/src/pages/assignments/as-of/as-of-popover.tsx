import { nearestChanges } from '@muniment/contract/explain.ts';
import { useQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type RefObject, useEffect, useId, useState } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Label } from 'react-aria-components/Label';
import { Popover } from 'react-aria-components/Popover';
import { Slider, SliderThumb, SliderTrack } from 'react-aria-components/Slider';
import { useApi, useOrganization } from '../../../app/organization.ts';
import { useMessages } from '../../../messages/messages.tsx';
import { Button } from '../../../ui/button.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import optionStyles from '../../../ui/options.module.css';
import { TextField } from '../../../ui/text-field.tsx';
import styles from './as-of-popover.module.css';
import { dayOf, daysBack, daysBefore, isDay, momentOfAddress } from './moment.ts';

const YEAR_DAYS = 365;
/** Before it there was nothing to look back to. */
const FIRST_DAY = '2000-01-01';
const ICON = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const;

export interface AsOfPopoverProps {
  triggerRef: RefObject<HTMLElement | null>;
  isOpen: boolean;
  onClose: () => void;
  asOf: string | undefined;
  onLookAt: (asOf: string | undefined) => void;
}

/** Ways to another day: a slider over the last year, a date to type, and the changes before and after. Loaded when it is first opened. */
export default function AsOfPopover({ triggerRef, isOpen, onClose, asOf, onLookAt }: AsOfPopoverProps) {
  const { t } = useMessages();
  return (
    <Popover
      triggerRef={triggerRef}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      placement="bottom end"
      offset={4}
      className={optionStyles.popover}
    >
      <Dialog aria-label={t('asOf.title')} className={styles.dialog}>
        <div className={styles.head}>
          <h2 className={styles.title}>{t('asOf.title')}</h2>
          <LinkButton isDisabled={asOf === undefined} onPress={() => onLookAt(undefined)}>
            {t('asOf.now')}
          </LinkButton>
        </div>
        <YearSlider asOf={asOf} onLookAt={onLookAt} />
        <DayField asOf={asOf} onLookAt={onLookAt} />
        <ChangeSteps asOf={asOf} onLookAt={onLookAt} />
      </Dialog>
    </Popover>
  );
}

type Look = Pick<AsOfPopoverProps, 'asOf' | 'onLookAt'>;

function YearSlider({ asOf, onLookAt }: Look) {
  const { t, formatDate } = useMessages();
  const now = new Date();
  const shown = -Math.min(daysBack(asOf, now), YEAR_DAYS);
  const [value, setValue] = useState(shown);
  useEffect(() => setValue(shown), [shown]);
  const dayAt = (days: number) => (days === 0 ? undefined : daysBefore(-days, now));
  const dateId = useId();
  return (
    <Slider
      minValue={-YEAR_DAYS}
      maxValue={0}
      value={value}
      // Read out as "83 days", beside the date that they lead to.
      formatOptions={{ style: 'unit', unit: 'day', unitDisplay: 'long', signDisplay: 'never' }}
      onChange={setValue}
      onChangeEnd={(days) => days !== shown && onLookAt(dayAt(days))}
      className={styles.slider}
    >
      <div className={styles.sliderHead}>
        <Label>{t('asOf.slider')}</Label>
        <strong id={dateId}>{value === 0 ? '' : formatDate(daysBefore(-value, now))}</strong>
      </div>
      <SliderTrack className={styles.track}>
        {({ state }) => (
          <>
            <div className={styles.rail} />
            <div className={styles.fill} style={{ width: `${state.getThumbPercent(0) * 100}%` }} />
            <SliderThumb aria-describedby={dateId} className={styles.thumb} />
          </>
        )}
      </SliderTrack>
      <div className={styles.ends}>
        <span>{t('asOf.yearAgo')}</span>
        <span>{t('asOf.now')}</span>
      </div>
    </Slider>
  );
}

/** What is typed is looked at as soon as it is a day that there was: while a year is typed it is none yet. */
function DayField({ asOf, onLookAt }: Look) {
  const { t, formatDate } = useMessages();
  const today = dayOf(new Date());
  const shown = asOf === undefined ? today : isDay(asOf) ? asOf : dayOf(new Date(asOf));
  const [text, setText] = useState(shown);
  useEffect(() => setText(shown), [shown]);
  const [isLeft, setLeft] = useState(false);
  const isGood = text >= FIRST_DAY && text <= today;
  return (
    <TextField
      label={t('asOf.day')}
      type="date"
      value={text}
      onChange={(typed) => {
        setText(typed);
        if (typed >= FIRST_DAY && typed <= today) onLookAt(typed === today ? undefined : typed);
      }}
      onBlur={() => setLeft(true)}
      errorMessage={isLeft && !isGood ? t('asOf.day.wrong', { first: formatDate(FIRST_DAY) }) : null}
    />
  );
}

function ChangeSteps({ asOf, onLookAt }: Look) {
  const { t } = useMessages();
  const api = useApi();
  const { number } = useOrganization();
  const at = momentOfAddress(asOf, new Date());
  const { data, isError } = useQuery({
    queryKey: [number, 'nearest-changes', at ?? null],
    queryFn: ({ signal }) => api.call(nearestChanges, { query: at === undefined ? {} : { at }, signal }),
    placeholderData: (before) => before,
  });
  const { before = null, after = null } = data ?? {};
  return (
    <>
      <div className={styles.steps}>
        <Button
          icon={<ChevronLeft {...ICON} />}
          disabledReason={data !== undefined && before === null ? t('asOf.previous.none') : null}
          onPress={() => before !== null && onLookAt(before)}
        >
          {t('asOf.previous')}
        </Button>
        <Button
          disabledReason={data !== undefined && after === null ? t('asOf.next.none') : null}
          onPress={() => after !== null && onLookAt(after)}
        >
          <span className={styles.next}>
            {t('asOf.next')}
            <ChevronRight {...ICON} />
          </span>
        </Button>
      </div>
      {isError && (
        <p role="alert" className={styles.failed}>
          {t('asOf.failed')}
        </p>
      )}
    </>
  );
}

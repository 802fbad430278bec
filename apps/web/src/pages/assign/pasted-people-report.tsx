import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useMessages } from '../../messages/messages.tsx';
import lineStyles from './contracts-sheet.module.css';
import type { PastedFault } from './pasted-people.ts';

const LINES_SHOWN = 50;

interface PastedSummaryProps {
  isLookedUp: boolean;
  hasDirectory: boolean;
  counts: Readonly<Record<'people' | 'known' | 'unknown' | 'present' | 'faults', number>>;
}

/** What was found in pasted e-mails, in one line. */
export function PastedSummary({ isLookedUp, hasDirectory, counts }: PastedSummaryProps) {
  const { t, formatList } = useMessages();
  if (!isLookedUp) return <span>{t('assign.paste.checking', { count: counts.people })}</span>;
  const { people, known, unknown, present, faults } = counts;
  const parts = [
    t('assign.paste.found', { count: people }),
    ...(known > 0
      ? [t(hasDirectory ? 'assign.paste.inDirectory' : 'assign.paste.known', { count: known })]
      : []),
    ...(unknown > 0
      ? [t(hasDirectory ? 'assign.paste.outside' : 'assign.paste.new', { count: unknown })]
      : []),
    ...(present > 0 ? [t('assign.paste.present', { count: present })] : []),
    ...(faults > 0 ? [t('assign.paste.faults', { count: faults })] : []),
  ];
  const isGood = people > 0 && faults === 0;
  const Icon = isGood ? CircleCheck : TriangleAlert;
  return (
    <span className={isGood ? lineStyles.good : lineStyles.bad}>
      <Icon size={16} strokeWidth={1.75} aria-hidden />
      <span>{formatList(parts, 'unit')}</span>
    </span>
  );
}

/** Line by line what names nobody, and why. */
export function PastedFaults({ faults }: { faults: readonly PastedFault[] }) {
  const { t } = useMessages();
  if (faults.length === 0) return null;
  return (
    <section className={lineStyles.lines}>
      <h3>{t('assign.paste.problems')}</h3>
      <ul>
        {faults.slice(0, LINES_SHOWN).map(({ line, text, reason }) => (
          <li key={`${line} ${text}`}>
            <span className={lineStyles.lineNumber}>{t('assign.paste.line', { line })}</span>
            <span className={lineStyles.lineText}>{text}</span>
            <span>{t(`assign.paste.fault.${reason}`)}</span>
          </li>
        ))}
      </ul>
      {faults.length > LINES_SHOWN && (
        <p>{t('assign.paste.moreLines', { count: faults.length - LINES_SHOWN })}</p>
      )}
    </section>
  );
}

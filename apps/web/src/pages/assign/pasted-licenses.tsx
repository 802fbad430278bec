import { CircleCheck, TriangleAlert } from 'lucide-react';
import { formatLicenseId } from '../../messages/license-id.ts';
import { type Messages, useMessages } from '../../messages/messages.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import styles from './contracts-sheet.module.css';
import { nameLicenseIds } from './gap-message.ts';
import type { PastedLine, PastedList } from './pasted-license-ids.ts';

interface PastedLicensesProps {
  text: string;
  onChange: (text: string) => void;
  list: PastedList;
}

const ROWS = 12;
const LINES_SHOWN = 50;

/** Paste a list: what was found in it, and line by line what adds nothing and why. @source S2 */
export function PastedLicenses({ text, onChange, list }: PastedLicensesProps) {
  const messages = useMessages();
  const { t } = messages;
  const { problems } = list;
  return (
    <div className={styles.paste}>
      <TextArea
        label={t('assign.contracts.paste')}
        description={t('assign.contracts.paste.hint')}
        rows={ROWS}
        value={text}
        onChange={onChange}
        spellCheck="false"
        autoFocus
      />
      <div role="status" className={styles.result}>
        {text.trim() !== '' && <Summary list={list} />}
      </div>
      {problems.length > 0 && (
        <section className={styles.lines}>
          <h3>{t('assign.contracts.paste.problems')}</h3>
          <ul>
            {problems.slice(0, LINES_SHOWN).map((line) => (
              <li key={line.line}>
                <span className={styles.lineNumber}>
                  {t('assign.contracts.paste.line', { line: line.line })}
                </span>
                <span className={styles.lineText}>{line.text}</span>
                <span>{reasonOf(line, messages)}</span>
              </li>
            ))}
          </ul>
          {problems.length > LINES_SHOWN && (
            <p>{t('assign.contracts.paste.moreLines', { count: problems.length - LINES_SHOWN })}</p>
          )}
        </section>
      )}
    </div>
  );
}

function Summary({ list }: { list: PastedList }) {
  const { t, formatList } = useMessages();
  const { found, present, repeated, unknown } = list;
  const isGood = unknown.length === 0 && found.length > 0;
  const parts = [
    t('assign.contracts.paste.found', { count: found.length }),
    ...(present.length > 0 ? [t('assign.contracts.paste.present', { count: present.length })] : []),
    ...(repeated > 0 ? [t('assign.contracts.paste.repeated', { count: repeated })] : []),
    ...(unknown.length > 0 ? [t('assign.contracts.paste.unknown', { count: unknown.length })] : []),
  ];
  return (
    <span className={isGood ? styles.good : styles.bad}>
      {isGood ? (
        <CircleCheck size={16} strokeWidth={1.75} aria-hidden />
      ) : (
        <TriangleAlert size={16} strokeWidth={1.75} aria-hidden />
      )}
      <span>
        {formatList(parts, 'unit')}
        {unknown.length > 0 && `: ${nameLicenseIds(unknown, { t, formatList })}`}
      </span>
    </span>
  );
}

function reasonOf({ outcome }: PastedLine, { t, formatList }: Messages): string {
  const list = (licenseIds: readonly string[]) => formatList(licenseIds.map(formatLicenseId));
  switch (outcome.kind) {
    case 'present':
      return t('assign.contracts.paste.line.present', { licenseIds: list(outcome.licenseIds) });
    case 'repeated':
      return t('assign.contracts.paste.line.repeated', { licenseIds: list(outcome.licenseIds) });
    case 'unknown':
      return t('assign.contracts.paste.line.unknown', { licenseIds: list(outcome.asked) });
    default:
      return t('assign.contracts.paste.line.nothing');
  }
}

import { KEY_GROUPS, type KeyFault } from '@muniment/domain/product-key.ts';

/** What is wrong with a key, in words that do not repeat it. */
export function keyFaultText(fault: KeyFault): string {
  switch (fault.kind) {
    case 'length':
      return `Group ${fault.group} does not have five characters. A key has five groups of five.`;
    case 'character':
      return `Group ${fault.group} has a character that keys do not use.`;
    case 'check':
      return fault.group === KEY_GROUPS
        ? `Group ${fault.group} checks the others, and does not fit them. Compare it with your key.`
        : `Group ${fault.group} does not fit the check group. Compare it with your key.`;
  }
}

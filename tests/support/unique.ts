import { randomBytes } from 'node:crypto';

let made = 0;

/** Letters and digits that nothing else in this run has: for names, numbers and addresses. */
export function unique(): string {
  made += 1;
  return `${made}${randomBytes(3).toString('hex')}`;
}

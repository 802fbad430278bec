import { describe, expect, test } from 'vitest';
import {
  ACCESS_CODE_ALPHABET,
  allowsHomeUse,
  decideHomeUseStep,
  type HomeUseFacts,
  type HomeUseStep,
  homeUseState,
  missingForActivation,
  readAccessCode,
  readEmployeeDomain,
} from './home-use.ts';

const READY: HomeUseFacts = {
  acceptedTerms: '2',
  currentTerms: '2',
  hasContact: true,
  domainCount: 1,
  hasCode: false,
  wasDeactivated: false,
  entitled: 10,
  isContractOver: false,
};
const NEW: HomeUseFacts = { ...READY, acceptedTerms: null, hasContact: false, domainCount: 0 };
const ACTIVE: HomeUseFacts = { ...READY, hasCode: true };
const refused = (refusal: string) => ({ kind: 'refused', refusal });

describe('W8 how far a program is', () => {
  test.each([
    ['terms-open', NEW],
    ['in-set-up', READY],
    ['active', ACTIVE],
    ['inactive', { ...READY, wasDeactivated: true }],
  ] as const)('%s', (state, facts) => {
    expect(homeUseState(facts)).toBe(state);
  });
});

describe('W8 a step of the program', () => {
  test.each(['set-contact', 'set-domains', 'activate'] as const)('%s waits for the terms', (step) => {
    expect(decideHomeUseStep(NEW, step)).toEqual(refused('terms-open'));
  });

  test('activating names the first thing that is missing, in the order of the steps', () => {
    const missing: [Partial<HomeUseFacts>, string][] = [
      [{ isContractOver: true }, 'contract-over'],
      [{ entitled: 0 }, 'not-entitled'],
      [{ domainCount: 0 }, 'domains-missing'],
      [{ hasContact: false }, 'contact-missing'],
      [{ acceptedTerms: '1' }, 'terms-changed'],
      [{ acceptedTerms: null }, 'terms-open'],
    ];
    let facts = READY;
    expect(decideHomeUseStep(facts, 'activate')).toEqual({ kind: 'change' });
    for (const [lacking, refusal] of missing) {
      facts = { ...facts, ...lacking };
      expect(decideHomeUseStep(facts, 'activate')).toEqual(refused(refusal));
      expect(missingForActivation(facts)).toBe(refusal);
    }
  });

  test('new terms stop nothing that runs, and are accepted before it is activated again', () => {
    const changed = { ...ACTIVE, acceptedTerms: '1' };
    for (const step of ['set-contact', 'set-domains', 'renew-code', 'deactivate', 'accept-terms'] as const) {
      expect(decideHomeUseStep(changed, step)).toEqual({ kind: 'change' });
    }
    expect(decideHomeUseStep({ ...changed, hasCode: false }, 'activate')).toEqual(refused('terms-changed'));
  });

  test('what is so already changes nothing, and only an active program has a code to renew', () => {
    const done: [HomeUseStep, HomeUseFacts][] = [
      ['accept-terms', READY],
      ['activate', ACTIVE],
      ['deactivate', READY],
      ['deactivate', NEW],
    ];
    for (const [step, facts] of done) {
      expect(decideHomeUseStep(facts, step)).toEqual({ kind: 'unchanged' });
    }
    expect(decideHomeUseStep(READY, 'renew-code')).toEqual(refused('not-active'));
  });
});

describe('W8 the domains of employees', () => {
  test.each([
    ['Halden.example', 'halden.example'],
    ['@mail.halden.example ', 'mail.halden.example'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['例え.テスト', 'xn--r8jz45g.xn--zckzah'],
  ])('%s is %s', (text, domain) => {
    expect(readEmployeeDomain(text)).toEqual({ kind: 'domain', domain });
  });

  test.each([
    '',
    'localhost',
    '10.0.0.1',
    '1.2.3',
    '[::1]',
    'a b.example',
    'x@halden.example',
    'a..b',
    'a.7',
  ])('"%s" is none', (text) => {
    expect(readEmployeeDomain(text)).toEqual({ kind: 'refused', why: 'no-domain' });
  });

  test('a domain in which anyone gets an address is refused', () => {
    expect(readEmployeeDomain('GMail.com')).toEqual({ kind: 'refused', why: 'public-provider' });
  });
});

describe('W8 an access code', () => {
  test('is read as people type it', () => {
    expect(readAccessCode(' acd34-679ef ')).toBe('ACD34679EF');
  });

  test.each(['', 'ACD34679E', 'ACD34679EFG', 'ACD34679E0', 'ACD34679EI', 'ĀCD34679EF'])(
    '"%s" is none',
    (text) => {
      expect(readAccessCode(text)).toBeNull();
    },
  );

  test('holds nothing that is taken for something else', () => {
    expect([...'0O1ILZ2S5B8U'].filter((one) => ACCESS_CODE_ALPHABET.includes(one))).toEqual([]);
    expect(new Set(ACCESS_CODE_ALPHABET).size).toBe(ACCESS_CODE_ALPHABET.length);
  });
});

describe('W8 who gets the program', () => {
  const program = { domains: ['halden.example', 'xn--bcher-kva.example'], isContractOver: false };

  test.each(['ana@halden.example', 'ANA@HALDEN.EXAMPLE', 'ana@bücher.example'])('%s does', (email) => {
    expect(allowsHomeUse(program, email)).toBe(true);
  });

  test.each(['ana@sub.halden.example', 'ana@halden.example.evil.example', 'ana', '@halden.example', ''])(
    '"%s" does not',
    (email) => {
      expect(allowsHomeUse(program, email)).toBe(false);
    },
  );

  test('nobody does when the contract is over', () => {
    expect(allowsHomeUse({ ...program, isContractOver: true }, 'ana@halden.example')).toBe(false);
  });
});

/** What a contract of a program is, besides its dates and place. */
interface ProgramFacts {
  readonly parentProgram: string;
  readonly licenseType: string;
  readonly agreementType: string;
  readonly offerings: readonly string[];
}

const PROGRAM_FACTS: Readonly<Record<string, ProgramFacts>> = {
  Enterprise: {
    parentProgram: 'Enterprise 6',
    licenseType: 'Enrollment',
    agreementType: 'Enterprise agreement',
    offerings: ['Desktop suite', 'Client access suite', 'Software Assurance'],
  },
  'Server and cloud': {
    parentProgram: 'Enterprise 6',
    licenseType: 'Enrollment',
    agreementType: 'Server and cloud agreement',
    offerings: ['Server suite', 'Systems management', 'Online services', 'Software Assurance'],
  },
  Campus: {
    parentProgram: 'Campus and school',
    licenseType: 'Enrollment',
    agreementType: 'Campus agreement',
    offerings: ['Desktop suite for education', 'Online services'],
  },
  Open: {
    parentProgram: 'Open value',
    licenseType: 'Open license',
    agreementType: 'Open value agreement',
    offerings: ['Desktop suite', 'Online services'],
  },
};

/** What a contract of a program is. @throws For a program that the demo does not have. */
export function factsOfProgram(program: string): ProgramFacts {
  const facts = PROGRAM_FACTS[program];
  if (facts === undefined) throw new Error(`The demo has no program ${program}`);
  return facts;
}

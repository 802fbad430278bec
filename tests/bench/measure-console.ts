import { emailKey } from '@muniment/domain/email-address.ts';
import { LANGUAGES } from '@muniment/domain/languages.ts';
import { openSession, sessionCookie } from '../../apps/server/src/features/sign-in/session-service.ts';
import { ensureConsoleBuilt } from '../../scripts/support/workspace.mjs';
import { readBuiltConsole } from '../browser/console-size.ts';
import { LARGE, startDemoConsole } from '../browser/demo-console.ts';
import { type LighthouseScores, measureLighthouse } from './measure-lighthouse.ts';

const PORT = 18_082;

export interface ConsoleFigures {
  /** KiB of gzipped JavaScript, in the language that needs most. */
  readonly firstLoadKib: number;
  /** The page that needs most besides. */
  readonly largestLaterKib: number;
  /** Of Manage assignments with 2,000 people and of the overview, the lower score of both. */
  readonly desktop: LighthouseScores;
  readonly mobile: LighthouseScores;
}

/** Measures the built console on the demo's data. @source quality.md P9 */
export async function measureConsole(): Promise<ConsoleFigures> {
  await ensureConsoleBuilt();
  const { pages, firstLoad, laterLoad, kib } = readBuiltConsole();
  const demo = await startDemoConsole(PORT);
  try {
    const account = await demo.db
      .selectFrom('account')
      .select('id')
      .where('email_key', '=', emailKey(LARGE.email))
      .executeTakeFirstOrThrow();
    const { token } = await openSession(demo.db, account.id);
    const cookie = `${sessionCookie({ publicUrl: demo.url }).name}=${token}`;
    const worstOf = async (device: 'desktop' | 'mobile') => {
      const scores: LighthouseScores[] = [];
      for (const path of ['/products/volume-licensing', '/vl/assignments']) {
        const url = `${demo.url}/o/${LARGE.organization}${path}`;
        scores.push(await measureLighthouse(url, cookie, device));
      }
      return {
        performance: Math.min(...scores.map(({ performance }) => performance)),
        accessibility: Math.min(...scores.map(({ accessibility }) => accessibility)),
      };
    };
    return {
      firstLoadKib: Math.max(...LANGUAGES.map((language) => kib(firstLoad(language)))),
      largestLaterKib: Math.max(
        ...LANGUAGES.flatMap((language) => pages.map((page) => kib(laterLoad(language, page)))),
      ),
      desktop: await worstOf('desktop'),
      mobile: await worstOf('mobile'),
    };
  } finally {
    await demo.close();
  }
}

import { emailKey } from '@muniment/domain/email-address.ts';
import { LANGUAGES } from '@muniment/domain/languages.ts';
import { openSession, sessionCookie } from '../../apps/server/src/features/sign-in/session-service.ts';
import { ensureConsoleBuilt } from '../../scripts/support/workspace.mjs';
import { openAs } from '../browser/browser.ts';
import { launchChromium } from '../browser/chromium.ts';
import { readBuiltConsole } from '../browser/console-size.ts';
import { type DemoConsole, LARGE, startDemoConsole } from '../browser/demo-console.ts';
import { measureScroll, type ScrollCost } from '../browser/measure-scroll.ts';
import { addManyPeople } from '../support/many-people.ts';
import { type LighthouseScores, measureLighthouse } from './measure-lighthouse.ts';

const PORT = 18_082;
const SCROLLED = 10_000;

export interface ConsoleFigures {
  /** KiB of gzipped JavaScript, in the language that needs most. */
  readonly firstLoadKib: number;
  /** The page that needs most besides. */
  readonly largestLaterKib: number;
  /** Of Manage assignments with 2,000 people and of the overview, the lower score of both. */
  readonly desktop: LighthouseScores;
  readonly mobile: LighthouseScores;
  /** Of Manage assignments with 10,000 people. */
  readonly scroll: ScrollCost;
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
      scroll: await scrollTenThousand(demo),
    };
  } finally {
    await demo.close();
  }
}

/** Adds so many people to the large organization that its list has 10,000 rows, and scrolls through them. */
async function scrollTenThousand(demo: DemoConsole): Promise<ScrollCost> {
  const { vlUserId, people } = await demo.db
    .selectFrom('vl_user as u')
    .innerJoin('organization as o', 'o.id', 'u.organization_id')
    .select(({ fn, selectFrom }) => [
      'u.id as vlUserId',
      selectFrom('vl_user as each')
        .whereRef('each.organization_id', '=', 'o.id')
        .select(fn.countAll<string>().as('people'))
        .as('people'),
    ])
    .where('o.number', '=', LARGE.organization)
    .where('u.sign_in_email_key', '=', LARGE.email)
    .executeTakeFirstOrThrow();
  const missing = SCROLLED - Number(people);
  const size = { people: missing, licenses: 1, licensesEach: 1 };
  await addManyPeople(demo, { vlUserId, licenseId: LARGE.licenseId }, size);
  const browser = await launchChromium();
  try {
    const page = await openAs(browser, demo, LARGE.email);
    page.setDefaultTimeout(60_000);
    await page.goto(`/o/${LARGE.organization}/vl/assignments`);
    await page.getByRole('grid', { name: 'People' }).waitFor();
    return await measureScroll(page, 'People', SCROLLED);
  } finally {
    await browser.close();
  }
}

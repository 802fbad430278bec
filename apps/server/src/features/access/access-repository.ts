import { sql } from 'kysely';
import type { Queryable } from '../../database/connect.ts';
import type { Viewer } from '../vl-users/viewer.ts';

/** One question: may this person do what these roles allow on this license ID? Exactly one of the two names them. */
export interface Question {
  readonly vlUserId: string | null;
  readonly emailKey: string | null;
  readonly licenseId: string;
  /** Roles that allow the action, joined by commas. */
  readonly roles: string;
}

/**
 * Answers many questions by one autocommit statement on live rows, in the order of the questions.
 *
 * @source B10, R10
 */
export async function selectAllowed(q: Queryable, questions: readonly Question[]): Promise<boolean[]> {
  const { rows } = await allowedQuery(questions).execute(q);
  const allowed = new Array<boolean>(questions.length).fill(false);
  for (const { n } of rows) allowed[n - 1] = true;
  return allowed;
}

/**
 * The statement behind {@link selectAllowed}; its rows are the numbers, from 1, of the questions that are allowed.
 *
 * Each question is resolved step by step by laterals that PostgreSQL may not flatten (`offset 0`): one look-up by
 * index for the license ID, the person and the pair's grants, however many grants there are and however unevenly
 * they are spread. A join in one piece is planned by averages, and read all people of a large organization for
 * each question. A test pins this plan.
 */
export function allowedQuery(questions: readonly Question[]) {
  return sql<{ n: number }>`
    select q.n::int as n
    from unnest(
      ${questions.map((one) => one.licenseId)}::text[],
      ${questions.map((one) => one.vlUserId)}::uuid[],
      ${questions.map((one) => one.emailKey)}::text[],
      ${questions.map((one) => one.roles)}::text[]
    ) with ordinality as q (license_id, vl_user_id, email_key, roles, n)
    cross join lateral (
      select l.organization_id, l.id from license l where l.license_id = q.license_id offset 0 limit 1
    ) l
    cross join lateral (
      (select u.id from vl_user u where u.organization_id = l.organization_id and u.id = q.vl_user_id offset 0 limit 1)
      union all
      (select u.id from vl_user u
        where u.organization_id = l.organization_id and u.sign_in_email_key = q.email_key offset 0 limit 1)
    ) u
    cross join lateral (
      select 1
      from effective_role e
      where e.organization_id = l.organization_id and e.license_id = l.id and e.vl_user_id = u.id
        and e.role = any(string_to_array(q.roles, ',')::vl_role[])
      offset 0 limit 1
    ) held
  `;
}

/** Of these license IDs, as people call them, those on whose agreement the viewer is bill-to contact. @source R9 */
export async function selectBillTo(
  q: Queryable,
  viewer: Viewer,
  licenseIds: readonly string[],
): Promise<Set<string>> {
  const { rows } = await sql<{ license_id: string }>`
    select l.license_id from license l
    where l.organization_id = ${viewer.organizationId} and l.license_id = any(${licenseIds})
      and is_bill_to(l.organization_id, ${viewer.vlUserId}, l.id)
  `.execute(q);
  return new Set(rows.map((row) => row.license_id));
}

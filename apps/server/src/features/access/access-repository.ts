import { sql } from 'kysely';
import type { Queryable } from '../../database/connect.ts';

/** One question: may this person do what these roles allow on this license ID? Exactly one of the two names them. */
export interface Question {
  readonly vlUserId: string | null;
  readonly emailKey: string | null;
  readonly licenseId: string;
  /** Roles that allow the action, joined by commas. */
  readonly roles: string;
}

/**
 * Answers many questions by one statement on live rows, in the order of the questions.
 *
 * Ids are resolved first, then each pair is looked up once by the index of live grants: this shape stays fast
 * however many grants there are, and a test pins its plan.
 *
 * @source B10, R10
 */
export async function selectAllowed(q: Queryable, questions: readonly Question[]): Promise<boolean[]> {
  const { rows } = await allowedQuery(questions).execute(q);
  const allowed = new Array<boolean>(questions.length).fill(false);
  for (const { n } of rows) allowed[n - 1] = true;
  return allowed;
}

/** The statement behind {@link selectAllowed}; its `n` are the numbers, from 1, of the questions that are allowed. */
export function allowedQuery(questions: readonly Question[]) {
  return sql<{ n: number }>`
    with question as materialized (
      select q.n::int as n, l.organization_id, l.id as license_id, coalesce(by_id.id, by_email.id) as vl_user_id,
        string_to_array(q.roles, ',')::vl_role[] as roles
      from unnest(
        ${questions.map((one) => one.licenseId)}::text[],
        ${questions.map((one) => one.vlUserId)}::uuid[],
        ${questions.map((one) => one.emailKey)}::text[],
        ${questions.map((one) => one.roles)}::text[]
      ) with ordinality as q (license_id, vl_user_id, email_key, roles, n)
      join license l on l.license_id = q.license_id
      left join vl_user by_id on by_id.organization_id = l.organization_id and by_id.id = q.vl_user_id
      left join vl_user by_email on by_email.organization_id = l.organization_id and by_email.sign_in_email_key = q.email_key
    )
    select q.n
    from question q
    cross join lateral (
      select 1
      from effective_role e
      where e.organization_id = q.organization_id and e.license_id = q.license_id and e.vl_user_id = q.vl_user_id
        and e.role = any(q.roles)
      offset 0 limit 1
    ) held
  `;
}

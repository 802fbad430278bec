// What waits for a VL user, and what became of the parts of a change, is found by index: changes of thousands of people
// wait side by side.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index provisioning_of_change on provisioning (organization_id, change_id);
    -- Closed ones too: what waited once is part of what became of a change.
    drop index role_grant_of_provisioning;
    create index role_grant_of_provisioning on role_grant (organization_id, provisioning_id)
      where provisioning_id is not null;
    create index provisioning_waiting_of_vl_user on provisioning (organization_id, vl_user_id) where state = 'waiting';
    -- What one system is due, in its order: a system that is behind must not be read past by the others.
    create index delivery_ended on delivery (ended_at) where ended_at is not null;
    create index delivery_waiting_of_system on delivery (system_id, next_attempt_at) where state = 'waiting';
  `.execute(db);
}

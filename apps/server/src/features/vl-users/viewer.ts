/** Whose eyes a query looks through: everything comes by `assignment_seen_by`. @source R10, M2 */
export interface Viewer {
  readonly organizationId: string;
  readonly vlUserId: string;
}

/** So long a summary can be found again after it was asked for. */
export const KEPT_DAYS = 30;

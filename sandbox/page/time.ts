/** A time in ISO 8601 as the page shows it: `2026-03-01 10:00:00`. */
export const timeText = (at: string): string => at.slice(0, 19).replace('T', ' ');

/** A row of what a tool gave. */
export type ToolRow = Readonly<Record<string, unknown>>;

export const isRow = (value: unknown): value is ToolRow =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object under a name; an empty one where there is none. */
export function partOf(row: ToolRow, name: string): ToolRow {
	const part = row[name];
	return isRow(part) ? part : {};
}

/** The rows under a name. */
export function rowsOf(row: ToolRow, name: string): ToolRow[] {
	const rows = row[name];
	return Array.isArray(rows) ? rows.filter(isRow) : [];
}

/** A text or number under a name; empty where there is none. */
export function textOf(row: ToolRow, name: string): string {
	const value = row[name];
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** What people call the object under a name. */
export const nameOf = (row: ToolRow, name: string): string =>
	['summary', 'name', 'title'].map((each) => textOf(partOf(row, name), each)).find(Boolean) ?? 'nobody';

/** A time under a name, as people read it. */
export function timeOf(row: ToolRow, name: string): string {
	const time = Date.parse(textOf(row, name));
	return Number.isNaN(time)
		? 'an unknown time'
		: `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** `1 incident`, `2 incidents` */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** A heading with its lines, or a sentence where there is none. */
export const listed = (heading: string, lines: readonly string[], none: string): string =>
	lines.length > 0 ? [`${heading}\n`, ...lines.map((line) => `- ${line}`)].join('\n') : none;

/** An incident in a line. */
export const incidentLine = (incident: ToolRow): string =>
	`**#${textOf(incident, 'incident_number')}** ${textOf(incident, 'title')} (${textOf(incident, 'status')}, ` +
	`${textOf(incident, 'urgency')} urgency) on ${nameOf(incident, 'service')}, opened ${timeOf(incident, 'created_at')}`;

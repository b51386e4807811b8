import { z } from 'zod';

function isTimeZone(name: string): boolean {
	try {
		new Intl.DateTimeFormat('en', { timeZone: name });
		return true;
	} catch {
		return false;
	}
}

export const timeZone = z.string().refine(isTimeZone, 'is no time zone').optional();

/** Offset of a zone at a moment: `+02:00`. */
function offset(zone: string, at: Date): string {
	const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
	const name = parts.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
	return name === 'GMT' ? '+00:00' : name.replace('GMT', '');
}

const offsetMs = (text: string) => {
	const [hours = 0, minutes = 0] = text.slice(1).split(':').map(Number);
	return (text.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
};

/** Writes all timestamps in an answer in a time zone; without one they stay in UTC. */
export function inTimeZone<Answer>(answer: Answer, zone: string | undefined): Answer {
	if (zone === undefined) return answer;
	const written = JSON.stringify(answer, (_key, value: unknown) => {
		if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value)) return value;
		const at = new Date(value);
		const zoneOffset = offset(zone, at);
		return new Date(at.getTime() + offsetMs(zoneOffset)).toISOString().slice(0, 19) + zoneOffset;
	});
	return JSON.parse(written);
}

/** A moment as a person writes it; without an offset of its own it is local to the zone (UTC by default). Undefined when unreadable. */
export function moment(text: string, zone: string | undefined): Date | undefined {
	const hasOffset = /(Z|[+-]\d\d:?\d\d)$/i.test(text);
	const isDate = /^\d{4}-\d\d-\d\d$/.test(text);
	const utc = new Date(hasOffset || isDate ? text : `${text}Z`);
	if (Number.isNaN(utc.getTime())) return undefined;
	return hasOffset || zone === undefined ? utc : new Date(utc.getTime() - offsetMs(offset(zone, utc)));
}

import { isObject } from '../../api/answer';
import { truncate } from '../../api/text';

/**
 * A text on one line, cut to `max` characters. Much of it was written by other systems and by strangers: it must not
 * become a link, a tag or a mention where it is shown.
 */
export const oneLine = (text: unknown, max = 200): string =>
	truncate(String(text ?? '').replace(/\s+/g, ' '), max)
		.replace(/\]\(/g, '] (')
		.replace(/<(?=[!@#/a-z])/gi, '< ')
		.trim();

/** What people call an object that PagerDuty refers to. */
export function nameOf(reference: unknown): string {
	const { summary, name, id } = isObject(reference) ? reference : {};
	return oneLine(summary ?? name ?? id ?? 'somebody', 100);
}

/** `Maya`, `Maya and Tom`, `Maya, Tom and Ines`; each name once. */
export function enumerated(names: readonly string[]): string {
	const each = [...new Set(names)];
	const last = each.pop() ?? '';
	return each.length > 0 ? `${each.join(', ')} and ${last}` : last;
}

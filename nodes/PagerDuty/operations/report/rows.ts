import type { Figures } from '../../report/figures';

/** Lists that grow with the account; days, hours and urgencies do not. */
const growing = [
	'by_priority',
	'by_service',
	'by_team',
	'noisiest_titles',
	'responders',
	'breaches',
] as const;

/** The same figures with so many rows in each list: the largest, and of missed response times the earliest. */
export function cutTo(rows: number, figures: Figures): Figures {
	const cut = Object.fromEntries(growing.map((list) => [list, figures[list].slice(0, rows)]));
	return { ...figures, ...cut };
}

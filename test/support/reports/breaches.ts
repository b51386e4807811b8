import type { Block } from '../../../nodes/PagerDuty/report/document';

const TITLES = [
	'Checkout answers with 502',
	'Replication lag of orders-db-2 above 30 s',
	'Certificate of api.example.com expires in 3 days, and the renewal has failed twice since last night',
	'🔥 Queue "invoices" is growing: 12,000 messages (≥ 10,000)',
	'Disk full on /var/lib/postgresql (97 %)',
];

/** A table of incidents with links, as long as it is asked for. */
export function breaches(count: number): Extract<Block, { kind: 'table' }> {
	return {
		kind: 'table',
		title: 'Response times not met',
		columns: [
			{ label: 'Incident' },
			{ label: 'Title' },
			{ label: 'Service' },
			{ label: 'Created' },
			{ label: 'Acknowledged after', align: 'right' },
			{ label: 'Allowed', align: 'right' },
		],
		rows: Array.from({ length: count }, (_, at) => [
			{ text: `#${1044 + at}`, url: `https://acme.pagerduty.com/incidents/Q${1044 + at}` },
			{ text: TITLES[at % TITLES.length] ?? '' },
			{ text: at % 3 === 0 ? 'Checkout API' : 'Payments gateway (Europe)' },
			{ text: `2026-10-${String((at % 31) + 1).padStart(2, '0')} 03:${String(at % 60).padStart(2, '0')}` },
			{ text: `${16 + at} min` },
			{ text: '15 min' },
		]),
	};
}

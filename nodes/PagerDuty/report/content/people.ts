import { durationText } from '../../incidentLog/times';
import type { Block } from '../document';
import type { Figures } from '../figures';
import { countText, numberText } from './words';

/** Who was interrupted, when, and who had how much to do. */
export const people = ({ interruptions_by_hour: hours, responders }: Figures): Block[] => [
	{ kind: 'heading', text: 'People' },
	{
		kind: 'columns',
		title: 'Interruptions by Hour of the Day',
		bars: hours.map(({ hour, total_interruptions: value }) => ({
			label: `${String(hour).padStart(2, '0')}:00`,
			value,
			shown: countText(value, 'interruption'),
		})),
	},
	{
		kind: 'table',
		title: 'By Responder',
		columns: [
			{ label: 'Responder' },
			{ label: 'Incidents', align: 'right' },
			{ label: 'Acknowledged', align: 'right' },
			{ label: 'Resolved', align: 'right' },
			{ label: 'Engaged', align: 'right' },
			{ label: 'Interrupted in hours', align: 'right' },
			{ label: 'In off hours', align: 'right' },
			{ label: 'At night', align: 'right' },
		],
		rows: responders.map((row) =>
			[
				row.user.summary,
				numberText(row.incident_count),
				numberText(row.acknowledged_count),
				numberText(row.resolved_count),
				durationText(row.total_engaged_seconds),
				numberText(row.business_hour_interruptions),
				numberText(row.off_hour_interruptions),
				numberText(row.sleep_hour_interruptions),
			].map((text) => ({ text })),
		),
	},
];

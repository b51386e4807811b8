import type { ResourceFacts } from '../../engine/operation';
import { include } from '../../fields/include';

export const maintenanceWindow: ResourceFacts = {
	option: {
		name: 'Maintenance Window',
		value: 'maintenanceWindow',
		description: 'A time in which services open no incidents, while somebody works on them',
	},
	scope: 'services',
	one: 'maintenance_window',
	list: 'maintenance_windows',
	simple: [
		'id',
		'description',
		'start_time',
		'end_time',
		'html_url',
		'services',
		'teams',
		'created_by',
		'sequence_number',
	],
};

/** Names follow PagerDuty's `include[]` of maintenance windows. */
export const includeOfMaintenanceWindow = include(
	{ name: 'Creators', value: 'users', fills: ['created_by'] },
	{ name: 'Services', value: 'services', fills: ['services'] },
	{ name: 'Teams', value: 'teams', fills: ['teams'] },
);

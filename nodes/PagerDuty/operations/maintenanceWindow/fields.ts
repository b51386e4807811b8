import { field } from '../../fields/field';
import { multiSelect } from '../../fields/multiSelect';
import { notLater } from '../../fields/time';

export const description = field({
	displayName: 'Description',
	name: 'description',
	type: 'string',
	default: '',
	placeholder: 'e.g. Upgrade of the database',
	description: 'Why there is maintenance, for everybody who wonders about the silence',
});

export const startTime = field({
	displayName: 'Start Time',
	name: 'startTime',
	type: 'dateTime',
	default: '',
	description: 'When the services stop opening incidents. PagerDuty takes a time in the past for now.',
});

export const endTime = field({
	displayName: 'End Time',
	name: 'endTime',
	type: 'dateTime',
	default: '',
	description: 'When the services open incidents again. It must be in the future.',
});

/** The services of a window; in all of them no incidents are opened. */
export const windowServiceIds = multiSelect({
	name: 'serviceIds',
	noun: 'Service',
	description: 'The services that open no incidents meanwhile',
	load: 'loadServices',
});

interface Times {
	readonly startTime?: string;
	readonly endTime?: string;
}

/** Finds a window that ends before it begins. */
export const endsBeforeItStarts = ({ startTime: from, endTime: to }: Times) =>
	notLater('endTime', 'Start Time', { from, to });

export const referencesTo = (serviceIds: readonly string[]) =>
	serviceIds.map((id) => ({ id, type: 'service_reference' }));

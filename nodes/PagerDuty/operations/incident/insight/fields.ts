import { field } from '../../../fields/field';

/** PagerDuty's `additional_details[]`, which has one choice. */
export const fullIncidents = field({
	displayName: 'Include Incident Details',
	name: 'fullIncidents',
	type: 'boolean',
	default: true,
	description: 'Whether to return incidents in full instead of only their ID, title and time',
});

/** The query that {@link fullIncidents} asks for. */
export const detailsOf = (wanted: boolean | undefined) => ({
	additionalDetails: wanted ? ['incident'] : undefined,
});

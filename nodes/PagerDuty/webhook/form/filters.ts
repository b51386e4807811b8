import type { INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { expressionAdvice } from '../../fields/oneOf';
import { filterCollection, pickedFilters, typedFilters, valueFilters } from '../../incidentFilters/fields';
import { checksIn } from '../../incidentFilters/checks';
import type { TriggerHost } from '../host';

const shownIf =
	(subscription: 'automatic' | 'manual') =>
	(field: INodeProperties): INodeProperties => ({
		...field,
		displayOptions: { show: { '/subscription': [subscription] } },
	});

/** A manual subscription has no credential to read what an event does not contain. */
const unread = (field: INodeProperties): INodeProperties => ({
	...field,
	description: `${String(field.description).replace(/\.?$/, '.')} Events that do not contain this information always pass this filter.`,
});

/** Their descriptions say which events pass, in both modes. */
const isOfNotes = ({ name }: INodeProperties) => name.startsWith('note');
const otherFilters = valueFilters.filter((field) => !isOfNotes(field));

/** An automatic subscription has a credential to load lists with; for a manual one, IDs and names are typed. */
export const filters = filterCollection(
	[
		...[...pickedFilters, ...otherFilters].map(shownIf('automatic')),
		...[...typedFilters, ...otherFilters].map(unread).map(shownIf('manual')),
		...valueFilters.filter(isOfNotes),
	],
	'Start the workflow only for matching incidents. An incident must match every filter you add. If an event does not contain what a filter checks, n8n reads the incident from PagerDuty. If it cannot, or if you set up the webhook yourself (Subscription: Manual), the event passes, and "unchecked_filters" in the output names the filters. Events about services are checked by service, team and escalation policy only.',
);

/** @throws NodeOperationError that says what is wrong with the first filter that cannot be applied */
export function assertFilters(host: TriggerHost): void {
	const [fault] = checksIn(host.getNodeParameter('filters', {})).faults;
	if (fault === undefined) return;
	throw new NodeOperationError(host.getNode(), `"${fault.label}" ${fault.reason}`, {
		description: `Correct it under "Filters". ${expressionAdvice}`,
	});
}

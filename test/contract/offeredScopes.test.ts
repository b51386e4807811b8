import { PagerDutyAppOAuth2Api } from '../../credentials/PagerDutyAppOAuth2Api.credentials';
import { sources } from '../../nodes/PagerDuty/polling/openSource';
import { eventTypes } from '../../nodes/PagerDuty/webhook/form/events';
import { scopes as ofSubscriptions } from '../../nodes/PagerDuty/webhook/subscription/api';
import { describeWithOpenApi } from '../support/openapi';
import { documentedScopes } from './requests/document';
import { fixedChoices, membersOf } from '../support/operations/fieldValues';
import { everyOperation } from './requests/operationRequests';

const offered = new PagerDutyAppOAuth2Api().properties
	.filter(({ name }) => name === 'appScopes')
	.flatMap(fixedChoices);

/** What PagerDuty calls users where they do something. */
const people = ['acknowledgers', 'agents', 'assignees'];

/** The scope to read what is listed at one of these paths; none where PagerDuty lists no such thing. */
const scopesToRead = (...paths: string[]): string[] =>
	paths.flatMap((path) => {
		try {
			return documentedScopes({ method: 'GET', path });
		} catch {
			return [];
		}
	});

const includes = everyOperation.flatMap(({ operation }) =>
	operation.fields
		.flatMap((field) => [field, ...(field.type === 'collection' ? membersOf(field) : [])])
		.filter(({ name }) => name === 'include')
		.flatMap(fixedChoices),
);

/** `incident.workflow.started` tells of incidents, and of incident workflows. */
function subjectsOf(event: string): string[] {
	const [one = '', other = ''] = event.split('.');
	return [
		`/${one}s`,
		`/${one}_${other}s`,
		`/${other}s`,
		...(/custom_field/.test(event) ? ['/incidents/custom_fields'] : []),
	];
}

describeWithOpenApi('The scopes that the OAuth credential offers', () => {
	it.each(everyOperation)('hold those of $title', ({ operation }) => {
		expect(offered).toEqual(expect.arrayContaining([...operation.scopes]));
	});

	it.each([...new Set(includes)])('hold those of what Include can ask for: %s', (include) => {
		const thing = people.includes(include) ? 'users' : include;
		expect(offered).toEqual(expect.arrayContaining(scopesToRead(`/${thing}`, `/incidents/${thing}`)));
	});

	it.each(eventTypes.map(({ value }) => String(value)))('hold those of what an event tells: %s', (event) => {
		expect(offered).toEqual(expect.arrayContaining(scopesToRead(...subjectsOf(event))));
	});

	it('hold those of both triggers', () => {
		const polled = Object.values(sources).flatMap(({ scopes }) => scopes);
		expect(offered).toEqual(expect.arrayContaining([...polled, ...ofSubscriptions]));
	});

	it('are found where they are needed: this test looks at what PagerDuty has scopes for', () => {
		expect(scopesToRead('/teams', '/incidents/custom_fields')).toEqual(['teams.read', 'custom_fields.read']);
		expect(scopesToRead(...subjectsOf('incident.workflow.started'))).toEqual([
			'incidents.read',
			'incident_workflows.read',
		]);
		expect(includes).toEqual(expect.arrayContaining(['teams', 'custom_fields']));
	});
});

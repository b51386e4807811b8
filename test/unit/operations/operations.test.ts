import { PagerDutyAppOAuth2Api } from '../../../credentials/PagerDutyAppOAuth2Api.credentials';
import { isWrite } from '../../../nodes/PagerDuty/engine/operation';
import { checked } from '../../../nodes/PagerDuty/engine/input/schema';
import type { Field } from '../../../nodes/PagerDuty/fields/field';
import { listSearch, loadOptions } from '../../../nodes/PagerDuty/fields/pickers';
import { resources } from '../../../nodes/PagerDuty/operations';

const operations = resources.flatMap((resource) =>
	resource.operations.map((operation) => ({
		name: `${resource.option.value}.${operation.option.value}`,
		operation,
	})),
);
const allFields = (properties: readonly Field[]): Field[] =>
	properties.flatMap((property) =>
		property.type === 'collection'
			? [
					property,
					...allFields((property.options ?? []).filter((option): option is Field => 'type' in option)),
				]
			: [property],
	);

it('The node has the operations that users know by these names', () => {
	expect(operations.map(({ name }) => name).sort()).toEqual([
		'account.checkHealth',
		'account.customRequest',
		'account.getAbilities',
		'analytics.getEscalationPolicies',
		'analytics.getIncidents',
		'analytics.getRawIncident',
		'analytics.getRawIncidents',
		'analytics.getRawResponses',
		'analytics.getResponders',
		'analytics.getRespondersByTeam',
		'analytics.getServices',
		'analytics.getTeams',
		'analytics.getUsers',
		'automationAction.get',
		'automationAction.getAll',
		'automationAction.getInvocation',
		'automationAction.invoke',
		'businessService.get',
		'businessService.getAll',
		'businessService.getDependencies',
		'businessService.getImpacts',
		'changeEvent.get',
		'changeEvent.getAll',
		'changeEvent.update',
		'escalationPolicy.get',
		'escalationPolicy.getAll',
		'event.acknowledge',
		'event.resolve',
		'event.sendChange',
		'event.trigger',
		'incident.acknowledge',
		'incident.addSubscribers',
		'incident.cancelResponders',
		'incident.count',
		'incident.create',
		'incident.createForServices',
		'incident.escalate',
		'incident.get',
		'incident.getAll',
		'incident.getContext',
		'incident.getCustomFields',
		'incident.getImpacts',
		'incident.getOutlier',
		'incident.getPast',
		'incident.getRelated',
		'incident.getRelatedChanges',
		'incident.getSubscribers',
		'incident.getTimeline',
		'incident.merge',
		'incident.publishStatusUpdate',
		'incident.reassign',
		'incident.removeSubscribers',
		'incident.requestResponders',
		'incident.resolve',
		'incident.sendAndWait',
		'incident.setCustomFields',
		'incident.setImpact',
		'incident.snooze',
		'incident.update',
		'incident.upsert',
		'incidentAlert.get',
		'incidentAlert.getAll',
		'incidentAlert.move',
		'incidentAlert.resolve',
		'incidentAlert.update',
		'incidentNote.create',
		'incidentNote.delete',
		'incidentNote.getAll',
		'incidentNote.update',
		'incidentType.getAll',
		'incidentTypeField.getAll',
		'incidentWorkflow.get',
		'incidentWorkflow.getAll',
		'incidentWorkflow.start',
		'logEntry.get',
		'logEntry.getAll',
		'maintenanceWindow.create',
		'maintenanceWindow.delete',
		'maintenanceWindow.get',
		'maintenanceWindow.getAll',
		'maintenanceWindow.update',
		'notification.getAll',
		'onCall.getAll',
		'onCall.getCurrent',
		'priority.getAll',
		'report.incidents',
		'schedule.get',
		'schedule.getAll',
		'schedule.getUsers',
		'scheduleOverride.create',
		'scheduleOverride.delete',
		'scheduleOverride.getAll',
		'service.get',
		'service.getAll',
		'service.getChanges',
		'service.getCustomFields',
		'service.getDependencies',
		'service.getStatus',
		'statusPage.getAll',
		'statusPage.getImpacts',
		'statusPage.getServices',
		'statusPage.getSeverities',
		'statusPage.getStatuses',
		'statusPagePost.addUpdate',
		'statusPagePost.create',
		'statusPagePost.delete',
		'statusPagePost.get',
		'statusPagePost.getAll',
		'statusPagePost.getUpdates',
		'statusPagePost.update',
		'statusTemplate.get',
		'statusTemplate.getAll',
		'statusTemplate.render',
		'tag.getAll',
		'team.get',
		'team.getAll',
		'team.getMembers',
		'user.get',
		'user.getAll',
		'user.getByEmail',
		'user.getContactMethods',
		'user.getMe',
		'user.getNotificationRules',
	]);
});

/** Whoever has a token may ask whose it is; what a custom request needs is for its user to know. */
const withoutScope = ['account.customRequest', 'user.getMe'];

describe.each(operations)('$name', ({ name, operation }) => {
	it('checks every field of its form', () => {
		for (const field of allFields(operation.fields).filter(({ type }) => type !== 'notice')) {
			if (field.type === 'collection') continue;
			const strange = field.type === 'string' ? 1 : () => 1;
			expect(() => checked({ field }, true, strange)).toThrow(/^[a-z]/);
		}
	});

	it('asks for scopes that a new OAuth credential has', () => {
		const asked = new PagerDutyAppOAuth2Api().properties.find(({ name }) => name === 'scope');
		if (operation.of.scope !== undefined && !withoutScope.includes(name))
			expect(operation.scopes.length).toBeGreaterThan(0);
		for (const scope of operation.scopes) expect(asked?.default).toContain(scope);
	});

	it('says what happens when its outcome is unknown exactly when it writes', () => {
		const writes = operation.scopes.some((scope) => scope.endsWith('.write')) && !operation.readsByPost;
		if (operation.of.scope !== undefined && !withoutScope.includes(name))
			expect(isWrite(operation)).toBe(writes);
		if (isWrite(operation)) expect(operation.repeat?.because).toMatch(/^[A-Z].*[^.]$/);
	});

	it('offers the From user only when it changes something', () => {
		if (operation.hasFromUser) expect(isWrite(operation)).toBe(true);
	});

	it('has searches behind its lists', () => {
		for (const field of allFields(operation.fields)) {
			for (const mode of field.modes ?? []) {
				const method = mode.typeOptions?.searchListMethod;
				if (mode.type === 'list') expect(Object.keys(listSearch)).toContain(method);
			}
			const method = field.typeOptions?.loadOptionsMethod;
			if (method) expect(Object.keys(loadOptions)).toContain(method);
		}
	});
});

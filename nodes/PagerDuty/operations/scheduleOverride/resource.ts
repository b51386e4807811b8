import type { ResourceFacts } from '../../engine/operation';

export const scheduleOverride: ResourceFacts = {
	option: {
		name: 'Schedule Override',
		value: 'scheduleOverride',
		description: 'Somebody who is on call for a time in place of whoever a schedule says',
	},
	scope: 'schedules',
	one: 'override',
	list: 'overrides',
	simple: ['id', 'start', 'end', 'user', 'schedule'],
};

/** The schedule of an override, so that the next node can go on with it: PagerDuty's answers do not name it. */
export const ofSchedule = ({ scheduleId }: { readonly scheduleId: string }) => ({
	schedule: { id: scheduleId, type: 'schedule_reference' },
});

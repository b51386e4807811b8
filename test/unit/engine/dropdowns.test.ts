import type { INodeProperties } from 'n8n-workflow';

import { PagerDutyAppOAuth2Api } from '../../../credentials/PagerDutyAppOAuth2Api.credentials';
import { PagerDutyEventsApi } from '../../../credentials/PagerDutyEventsApi.credentials';
import { PagerDutyTokenApi } from '../../../credentials/PagerDutyTokenApi.credentials';
import { PagerDutyWebhookApi } from '../../../credentials/PagerDutyWebhookApi.credentials';
import { PagerDuty } from '../../../nodes/PagerDuty/PagerDuty.node';
import { PagerDutyPollingTrigger } from '../../../nodes/PagerDuty/PagerDutyPollingTrigger.node';
import { PagerDutyTrigger } from '../../../nodes/PagerDuty/PagerDutyTrigger.node';

type Conditional = Pick<INodeProperties, 'name' | 'displayOptions'>;

/** A property and all that are inside of it. */
const everyProperty = (property: INodeProperties): INodeProperties[] => [
	property,
	...(property.options ?? []).flatMap((option) => {
		if ('values' in option) return option.values.flatMap(everyProperty);
		return 'type' in option ? everyProperty(option) : [];
	}),
];

/** The values that the dropdowns of one name offer, all together. */
const offeredBy = (properties: INodeProperties[], name: string): unknown[] =>
	properties
		.filter((property) => property.name === name)
		.flatMap(({ type, options = [] }) =>
			type === 'boolean'
				? [true, false]
				: options.flatMap((option) => ('value' in option ? [option.value] : [])),
		);

const forms = [
	...[new PagerDuty(), new PagerDutyTrigger(), new PagerDutyPollingTrigger()].map(({ description }) => ({
		title: description.displayName,
		properties: description.properties.flatMap(everyProperty),
		credentials: (description.credentials ?? []) as Conditional[],
	})),
	...[
		new PagerDutyTokenApi(),
		new PagerDutyEventsApi(),
		new PagerDutyWebhookApi(),
		new PagerDutyAppOAuth2Api(),
	].map(({ displayName, properties }) => ({
		title: displayName,
		properties: properties.flatMap(everyProperty),
		credentials: [] as Conditional[],
	})),
];

describe.each(forms)('The dropdowns of $title', ({ properties, credentials }) => {
	it('begin with a value that they offer, and offer each value once', () => {
		for (const { name, type, options = [], default: first, typeOptions } of properties) {
			if (type !== 'options' || typeOptions?.loadOptionsMethod) continue;
			const offered = options.flatMap((option) => ('value' in option ? [option.value] : []));
			expect({ name, offered }).toEqual({ name, offered: expect.arrayContaining([first]) });
			expect({ name, offered }).toEqual({ name, offered: [...new Set(offered)] });
			expect({ name, offered }).toEqual({ name, offered: expect.not.arrayContaining(['']) });
		}
	});

	it('offer what fields and credentials wait for', () => {
		const waiting = [...properties, ...credentials].flatMap(({ name, displayOptions = {} }) =>
			Object.entries(displayOptions.show ?? {})
				.filter(([place]) => !place.startsWith('@'))
				.flatMap(([place, values]) =>
					(values ?? []).map((value) => ({ name, place: place.replace(/^\//, ''), value })),
				),
		);
		const inVain = waiting.filter(({ place, value }) => !offeredBy(properties, place).includes(value));
		expect(inVain).toEqual([]);
	});
});
